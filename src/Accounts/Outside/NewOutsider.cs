using Beffroi.Kit;

namespace Beffroi.Accounts.Outside;

/// <summary>What a person whom a provider vouches for gives to open an account, once read and found right.</summary>
sealed record NewOutsider(PersonName Name, EmailAddress Email)
{
    public static NewOutsider? Read(OpenAccountForm form, Errors errors)
    {
        var name = PersonName.Read(form.Name, nameof(form.Name), errors);
        var email = EmailAddress.Read(form.Email, nameof(form.Email), errors);
        var agreed = string.Equals(form.TermsAccepted, "true", StringComparison.Ordinal);
        if (!agreed)
        {
            errors.Add(nameof(form.TermsAccepted), "Acceptez les conditions d’utilisation pour ouvrir un compte");
        }

        return name is not null && email is not null && agreed ? new(name, email) : null;
    }
}

public sealed record OpenAccountForm
{
    public string? Name { get; init; }
    public string? Email { get; init; }
    public string? TermsAccepted { get; init; }
}
