// Runs before anything is painted: an address inside that names another document than the page shows that one, once it is
// there, and not the page before it.
if (/^#[a-z]{2,3}(-[A-Za-z\d]+)*\//.test(location.hash)) document.documentElement.dataset.wait = "";
