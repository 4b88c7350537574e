using System.Globalization;
using Beffroi.Kit;

namespace Beffroi.Bots;

/// <summary>Reads what was typed in a field: a value, or a message beside it.</summary>
sealed class Typed(Lang l, Errors errors)
{
    /// <summary>One line, without characters that no one sees.</summary>
    public string Line(string field, string? typed, int least, int most)
    {
        var text = string.Join(' ', new string([.. (typed ?? "").Select(c => char.IsControl(c) ? ' ' : c)]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Measure(field, text.Length, least, most);
        return text;
    }

    /// <summary>Lines, kept as typed.</summary>
    public string Text(string field, string? typed, int least, int most)
    {
        var text = new string([.. (typed ?? "").ReplaceLineEndings("\n").Where(c => !char.IsControl(c) || c is '\n' or '\t')]).Trim();
        Measure(field, text.Length, least, most);
        return text;
    }

    public int Whole(string field, string? typed, int least, int most)
    {
        if (int.TryParse((typed ?? "").Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
        {
            return value;
        }

        errors.Add(field, l.Say($"Donnez un nombre entier, de {l.Number(least)} à {l.Number(most)}", $"Give a whole number, from {l.Number(least)} to {l.Number(most)}"));
        return least;
    }

    public DateOnly Day(string field, string? typed, DateOnly least, DateOnly most)
    {
        if (DateOnly.TryParseExact((typed ?? "").Trim(), ["yyyy-MM-dd", "dd/MM/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= least && day <= most)
        {
            return day;
        }

        errors.Add(field, l.Say($"Choisissez un jour, du {l.Day(least)} au {l.Day(most)}", $"Choose a day, from {l.Day(least)} to {l.Day(most)}"));
        return least;
    }

    public T? One<T>(string field, string? typed) where T : struct, Enum
    {
        // By its name alone: a number is no choice of a form.
        if (typed is not null && Enum.GetNames<T>().Contains(typed, StringComparer.Ordinal))
        {
            return Enum.Parse<T>(typed);
        }

        errors.Add(field, l.Say("Choisissez une réponse de la liste", "Choose an answer of the list"));
        return null;
    }

    void Measure(string field, int length, int least, int most)
    {
        if (length < least)
        {
            errors.Add(field, least == 1 ? l.Say("À remplir", "To be filled in") : l.Say($"Écrivez au moins {least} caractères", $"Write at least {least} characters"));
        }
        else if (length > most)
        {
            errors.Add(field, l.Say($"{l.Number(most)} caractères au plus", $"At most {l.Number(most)} characters"));
        }
    }
}
