using Beffroi.Kit;

namespace Beffroi.Accounts;

/// <summary>
/// A password that may be chosen. Twelve characters at least and no rule of composition: with the lock-out and the limit on tries this is
/// the second case of the CNIL's recommendation (délibération no. 2022-100 of 21 July 2022: 50 bits where access is restricted after failed
/// tries; 12 lower-case letters drawn at random are 56). Length and refusal of what is guessed first protect better than a forced
/// capital; what is refused here is what a stranger who knows the person would try.
/// </summary>
public sealed record Passphrase
{
    public const int MinLength = 12;

    /// <summary>Beyond this, hashing would only serve to tire the server.</summary>
    public const int MaxLength = 128;

    const int MinDistinct = 5;

    static readonly string[] Rows = ["azertyuiopqsdfghjklmwxcvbn", "qwertyuiopasdfghjklzxcvbnm", "abcdefghijklmnopqrstuvwxyz", "01234567890123456789", "09876543210987654321"];

    Passphrase(string text) => Text = text;

    public string Text { get; }

    /// <summary>Never written anywhere by mistake.</summary>
    public override string ToString() => "•••";

    public static Passphrase? Read(string? text, string field, string? name, string? email, Errors errors)
    {
        var problem = Problem(text ?? "", name, email);
        if (problem is null)
        {
            return new(text!);
        }

        errors.Add(field, problem);
        return null;
    }

    static string? Problem(string text, string? name, string? email)
    {
        var plain = Plain.Of(text).Replace(" ", "", StringComparison.Ordinal);
        return text.Length < MinLength ? $"Choisissez un mot de passe d’au moins {MinLength} caractères"
            : text.Length > MaxLength ? $"Choisissez un mot de passe de {MaxLength} caractères au plus"
            : text.Distinct().Count() < MinDistinct || IsRun(plain) ? "Choisissez un mot de passe plus varié : celui-ci se devine"
            : Guesses(name, email).Any(g => plain.Contains(g, StringComparison.Ordinal)) ? "Choisissez un mot de passe sans votre nom ni votre adresse"
            : null;
    }

    static bool IsRun(string plain) =>
        plain.Length > 0 && Rows.Any(row => row.Contains(plain, StringComparison.Ordinal) || row.StartsWith(plain[..Math.Min(plain.Length, 10)], StringComparison.Ordinal));

    // Short parts ("Li", "An") occur by chance in good passwords.
    static IEnumerable<string> Guesses(string? name, string? email) =>
        Plain.Of($"{name} {email?.Split('@')[0]}").Split(' ').Where(part => part.Length >= 4);
}
