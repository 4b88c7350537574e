using System.Net.Mail;
using Beffroi.Kit;

namespace Beffroi.Accounts;

/// <summary>An address that a message can be sent to.</summary>
public sealed record EmailAddress
{
    EmailAddress(string text) => Text = text;

    public string Text { get; }

    /// <param name="text">As typed.</param>
    /// <param name="field">Where what is wrong is said.</param>
    /// <param name="errors">Takes what is wrong.</param>
    /// <param name="l">In which it is said.</param>
    public static EmailAddress? Read(string? text, string field, Errors errors, Lang l = Lang.French)
    {
        var email = text?.Trim() ?? "";
        if (email.Length <= Account.EmailMaxLength
            && !email.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
            && MailAddress.TryCreate(email, out var parsed)
            && string.Equals(parsed.Address, email, StringComparison.Ordinal)
            && parsed.Host.Trim('.').Contains('.', StringComparison.Ordinal))
        {
            // Providers take no account of case; keeping one spelling lets plain equality find an address.
            return new(email.ToLowerInvariant());
        }

        errors.Add(field, l.Say("Saisissez une adresse électronique, par exemple nom@structure.fr", "Type an e-mail address, for example name@place.org"));
        return null;
    }
}
