using System.Text.RegularExpressions;
using Beffroi.Kit;

namespace Beffroi.Accounts.Opinions;

public sealed partial record OpinionForm
{
    /// <summary>Sought, and nobody reached.</summary>
    public const string InVain = "0";

    public string? Rating { get; init; }
    public string? Clarity { get; init; }

    /// <summary><c>oui</c> or <c>non</c>.</summary>
    public string? Help { get; init; }
    public string? Counter { get; init; }
    public string? Phone { get; init; }
    public string? Writing { get; init; }
    public string? Close { get; init; }
    public string? Text { get; init; }
    public string? From { get; init; }

    /// <summary>Word of the service.</summary>
    public string? Part { get; init; }

    public string? Way(HelpWay way) => way switch
    {
        HelpWay.Counter => Counter,
        HelpWay.Phone => Phone,
        HelpWay.Writing => Writing,
        HelpWay.Close => Close,
    };

    public Opinion? Read(DateOnly day, Lang l, Errors errors)
    {
        var text = (Text ?? "").ReplaceLineEndings("\n").Trim();
        if (!Enum.GetNames<OpinionRating>().Contains(Rating, StringComparer.Ordinal))
        {
            errors.Add(nameof(Rating), l.Say("Choisissez une réponse", "Choose an answer"));
        }

        if (text.Length > Opinion.TextMaxLength)
        {
            errors.Add(nameof(Text), l.Say($"Raccourcissez à {French.Number(Opinion.TextMaxLength)} caractères au plus", $"Shorten to {English.Number(Opinion.TextMaxLength)} characters at most"));
        }

        if (errors.Any)
        {
            return null;
        }

        var (id, played) = (Guid.NewGuid(), string.Equals(From, "fin", StringComparison.Ordinal));
        var helps = Enum.GetValues<HelpWay>().Select(way => (Way: way, Grade: Grade(Way(way)))).Where(h => h.Grade is not null).Select(h => new OpinionHelp { OpinionId = id, Way = h.Way, Quality = h.Grade is 0 ? null : h.Grade }).ToList();
        return new()
        {
            Id = id, Day = day, Rating = Enum.Parse<OpinionRating>(Rating!), Clarity = Grade(Clarity) is { } clarity and > 0 ? clarity : null, Text = text.Length == 0 ? null : WithoutTraces(text), AfterPlaying = played,
            Part = SiteParts.Read(Part) ?? (played ? SitePart.Eva : SitePart.Site),
            // Whoever says how the help was sought it, whatever was ticked above.
            SoughtHelp = (helps.Count, Help) switch { (> 0, _) => true, (_, "oui") => true, (_, "non") => false, _ => null },
            Helps = helps,
        };
    }

    static int? Grade(string? typed) => typed is [>= '0' and <= '5'] ? typed[0] - '0' : null;

    // People write them although asked not to.
    static string WithoutTraces(string text) => Number().Replace(Email().Replace(text, "[adresse]"), "[numéro]");

    [GeneratedRegex(@"[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>()]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Email();

    /// <summary>Eight digits or more, as in a telephone number.</summary>
    [GeneratedRegex(@"\+?[0-9](?:[ .\-]?[0-9]){7,}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
