// A page may lie open for a day: the token is read from the cookie when it is used, not when the
// page was made. Where the cookie cannot be read, the hidden field of the form stands.

function token() {
  const found = document.cookie.match(/(?:^|; )(?:__Host-|__Secure-)?csrftoken=([^;]+)/);
  return found ? decodeURIComponent(found[1]) : null;
}

document.addEventListener(
  "submit",
  (event) => {
    const field = event.target.querySelector("input[name=csrfmiddlewaretoken]");
    const fresh = token();
    if (field && fresh) field.value = fresh;
  },
  true,
);

document.addEventListener("htmx:configRequest", (event) => {
  const fresh = token();
  if (!fresh) return;
  event.detail.headers["X-CSRFToken"] = fresh;
  if (event.detail.parameters.has?.("csrfmiddlewaretoken")) {
    event.detail.parameters.set("csrfmiddlewaretoken", fresh);
  }
});
