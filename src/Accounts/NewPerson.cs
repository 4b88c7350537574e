using Beffroi.Kit;

namespace Beffroi.Accounts;

/// <summary>What a person gives to open an account, once read and found right.</summary>
public sealed record NewPerson
{
    NewPerson()
    {
    }

    public required PersonName Name { get; init; }
    public required EmailAddress Email { get; init; }
    public required Passphrase Password { get; init; }

    /// <summary>Null when something is to be corrected; <paramref name="errors"/> says what.</summary>
    public static NewPerson? Read(PersonForm form, Errors errors)
    {
        var name = PersonName.Read(form.Name, nameof(form.Name), errors);
        var email = EmailAddress.Read(form.Email, nameof(form.Email), errors);
        var password = Passphrase.Read(form.Password, nameof(form.Password), form.Name, form.Email, errors);
        var agreed = string.Equals(form.TermsAccepted, "true", StringComparison.Ordinal);
        if (!agreed)
        {
            errors.Add(nameof(form.TermsAccepted), "Acceptez les conditions d’utilisation pour ouvrir un compte");
        }

        return name is not null && email is not null && password is not null && agreed
            ? new() { Name = name, Email = email, Password = password }
            : null;
    }
}

/// <summary>
/// The fields of a person as typed. Forms have properties, not a constructor: a field that the browser leaves out (a box not ticked) would be
/// an error. A form of which nothing was sent is read as null, hence the <c>form ??= new()</c> of the rooms.
/// </summary>
public sealed record PersonForm
{
    public string? Name { get; init; }
    public string? Email { get; init; }
    public string? Password { get; init; }
    public string? TermsAccepted { get; init; }
}
