import "./inside.js";
import "../player/boot.js";
