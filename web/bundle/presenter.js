import "./inside.js";
import "../present/presenter.js";
