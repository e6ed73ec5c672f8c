import "./inside.js";
import "../present/speaker.js";
