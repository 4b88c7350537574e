using System.Globalization;

namespace Beffroi.Chat.Rules.Scale;

/// <param name="Articles">Empty when anything is wrong: a file is taken whole or not at all.</param>
public sealed record ScaleReading(IReadOnlyList<ScaleArticle> Articles, IReadOnlyList<Words> Wrong);

/// <summary>The file of articles to compare with, as values separated by commas with a line of headings.</summary>
public static class ScaleFile
{
    /// <summary>In any order; others are left out.</summary>
    public static readonly IReadOnlyList<string> Columns = ["totalEngagements", "facebook", "twitter", "pinterest", "reddit", "country", "source", "date", "title", "url"];

    /// <summary>Characters: some 20,000 articles.</summary>
    public const int MaximumLength = 8_000_000;

    /// <summary>Beyond, the file is wrong as a whole.</summary>
    const int ToldAtMost = 20;

    public static ScaleReading Read(string text)
    {
        if (text.Length > MaximumLength)
        {
            return Refused(new("Le fichier est trop long.", "The file is too long."));
        }

        try
        {
            return Read([.. CsvRows.Of(text.TrimStart('\uFEFF')).Where(r => r.Values is not [""])]);
        }
        catch (FormatException unclosed)
        {
            return Refused(new($"Ligne {unclosed.Message} : un guillemet n’est pas à sa place.", $"Line {unclosed.Message}: a quote is not in its place."));
        }
    }

    static ScaleReading Read(List<(int Line, List<string> Values)> rows)
    {
        if (rows.Count == 0)
        {
            return Refused(new("Le fichier est vide.", "The file is empty."));
        }

        var places = rows[0].Values.Select((name, place) => (Name: name.Trim(), place)).DistinctBy(p => p.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(p => p.Name, p => p.place, StringComparer.OrdinalIgnoreCase);
        if (Columns.Where(c => !places.ContainsKey(c)).ToList() is { Count: > 0 } missing)
        {
            return Refused(new($"Colonnes manquantes : {string.Join(", ", missing)}.", $"Missing columns: {string.Join(", ", missing)}."));
        }

        var wrong = new List<Words>();
        var articles = rows.Skip(1).Select(row => Article(row.Line, name => places[name] < row.Values.Count ? row.Values[places[name]].Trim() : "", wrong)).OfType<ScaleArticle>().ToList();
        return wrong.Count > 0 ? new([], [.. wrong.Take(ToldAtMost)]) : new(articles, []);
    }

    static ScaleArticle? Article(int line, Func<string, string> value, List<Words> wrong)
    {
        var told = wrong.Count;
        void Tell(string column, string french, string english) => wrong.Add(new($"Ligne {line}, {column} : {french}.", $"Line {line}, {column}: {english}."));
        long Count(string column)
        {
            if (!long.TryParse(value(column), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            {
                Tell(column, "un entier, 0 ou plus, est attendu", "a whole number, 0 or more, is expected");
            }

            return count;
        }

        string Text(string column)
        {
            if (value(column) is not { Length: > 0 and <= 500 } text)
            {
                Tell(column, "un texte de 1 à 500 signes est attendu", "a text of 1 to 500 characters is expected");
                return "";
            }

            return text;
        }

        var (total, facebook, twitter, pinterest, reddit) = (Count("totalEngagements"), Count("facebook"), Count("twitter"), Count("pinterest"), Count("reddit"));
        var (source, title, country) = (Text("source"), Text("title"), value("country").ToLowerInvariant());
        if (country.Length != 2 || !country.All(char.IsAsciiLetter))
        {
            Tell("country", "deux lettres sont attendues (ISO 3166-1)", "two letters are expected (ISO 3166-1)");
        }

        // A day, or the day that begins an instant.
        if (!DateOnly.TryParseExact(value("date").Split('T', ' ')[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            Tell("date", "une date comme 2019-04-24 est attendue", "a date such as 2019-04-24 is expected");
        }

        if (!Uri.TryCreate(value("url"), UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            Tell("url", "une adresse http ou https est attendue", "an http or https address is expected");
        }

        return wrong.Count > told ? null : new()
        {
            TotalEngagements = total,
            Facebook = facebook,
            Twitter = twitter,
            Pinterest = pinterest,
            Reddit = reddit,
            Country = country,
            Source = source,
            Date = date,
            Title = title,
            Url = url!,
        };
    }

    static ScaleReading Refused(Words why) => new([], [why]);
}
