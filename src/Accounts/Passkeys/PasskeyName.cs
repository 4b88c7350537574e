using Beffroi.Kit;

namespace Beffroi.Accounts.Passkeys;

/// <summary>What a person calls a passkey, on one line.</summary>
sealed record PasskeyName
{
    public const int MaxLength = 60;

    /// <summary>Passkeys of one account: a telephone, a computer, a key in a drawer, and room to spare.</summary>
    public const int Most = 10;

    PasskeyName(string text) => Text = text;

    public string Text { get; }

    public static PasskeyName? Read(string? text, string field, Errors errors)
    {
        var name = string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (name.Length is >= 1 and <= MaxLength && !name.Any(char.IsControl))
        {
            return new(name);
        }

        errors.Add(field, $"Donnez un nom à cette clé, de {MaxLength} caractères au plus. Par exemple : mon téléphone");
        return null;
    }
}
