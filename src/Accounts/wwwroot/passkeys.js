// Forms that a passkey fills in: <form data-passkey="create|get" data-passkey-ask="address of what is to be signed">.
// Pages send the button hidden; it shows where the browser can do it. Only our own host is asked.
const able = window.PublicKeyCredential && PublicKeyCredential.parseCreationOptionsFromJSON && PublicKeyCredential.parseRequestOptionsFromJSON;

for (const form of able ? document.querySelectorAll("form[data-passkey]") : []) {
  const trouble = form.querySelector("[data-passkey-trouble]");
  form.querySelector("[data-passkey-button]").hidden = false;
  for (const rest of document.querySelectorAll("[data-passkey-without]")) rest.hidden = true;
  form.addEventListener("submit", async (event) => {
    const credential = form.elements.namedItem("Credential");
    event.preventDefault();
    trouble.hidden = true;
    try {
      credential.value = JSON.stringify((await sign(form)).toJSON());
      form.submit();
    } catch {
      credential.value = "";
      trouble.hidden = false;
    }
  });
}

async function sign(form) {
  const answer = await fetch(form.dataset.passkeyAsk, { method: "POST", body: new FormData(form) });
  if (!answer.ok) throw new Error(`${answer.status}`);
  const asked = await answer.json();
  return form.dataset.passkey === "create"
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(asked) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked) });
}
