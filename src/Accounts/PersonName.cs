using Beffroi.Kit;

namespace Beffroi.Accounts;

/// <summary>How a person is called, on one line.</summary>
public sealed record PersonName
{
    PersonName(string text) => Text = text;

    public string Text { get; }

    public static PersonName? Read(string? text, string field, Errors errors)
    {
        var name = string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (name.Length is >= 2 and <= Account.NameMaxLength && !name.Any(char.IsControl))
        {
            return new(name);
        }

        errors.Add(field, "Saisissez votre prénom et votre nom, de 2 à 100 caractères");
        return null;
    }
}
