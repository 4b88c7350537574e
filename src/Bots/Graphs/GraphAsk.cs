using System.Globalization;
using Beffroi.Kit;
using Microsoft.AspNetCore.Http;

namespace Beffroi.Bots.Graphs;

public enum GraphKind
{
    /// <summary>Who repeats or quotes whom.</summary>
    Interactions,

    /// <summary>Who shares the same things at the same moments.</summary>
    Ties,
}

public enum GraphColour
{
    Community,
    Score,
}

/// <summary>What is drawn, as the address says it: <c>?watch=&amp;cluster=&amp;kind=ties&amp;from=2026-11-01&amp;to=2026-11-08&amp;colour=score</c>. Days are those of Paris, both included.</summary>
public sealed record GraphAsk
{
    const int LongestDays = 92;

    public Guid? Watch { get; init; }
    public Guid? Cluster { get; init; }
    public GraphKind Kind { get; init; }
    public GraphColour Colour { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }

    /// <summary>As typed.</summary>
    public string TypedFrom { get; init; } = "";
    public string TypedTo { get; init; } = "";
    public int Page { get; init; } = 1;
    public int LinksPage { get; init; } = 1;

    public static (GraphAsk Ask, Errors Errors) Read(IQueryCollection query, Lang l)
    {
        var errors = new Errors();
        var ask = new GraphAsk
        {
            Watch = Id(query["watch"].ToString(), "watch", errors, l),
            Cluster = Id(query["cluster"].ToString(), "cluster", errors, l),
            Kind = query["kind"].ToString() is "ties" ? GraphKind.Ties : GraphKind.Interactions,
            Colour = query["colour"].ToString() is "score" ? GraphColour.Score : GraphColour.Community,
            TypedFrom = query["from"].ToString(),
            TypedTo = query["to"].ToString(),
            From = Day(query["from"].ToString(), "from", errors, l),
            To = Day(query["to"].ToString(), "to", errors, l),
            Page = Number(query["page"]),
            LinksPage = Number(query["links"]),
        };
        if (ask.From > ask.To)
        {
            errors.Add("to", l.Say("La fin vient avant le début", "The end comes before the beginning"));
        }
        else if (ask is { From: { } from, To: { } to } && to.DayNumber - from.DayNumber > LongestDays)
        {
            errors.Add("to", l.Say($"Choisissez {LongestDays} jours au plus", $"Choose {LongestDays} days at most"));
        }

        return (ask, errors);
    }

    public string ToQuery()
    {
        var parts = new List<string>();
        void Put(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                parts.Add(name + "=" + Uri.EscapeDataString(value));
            }
        }

        Put("watch", Watch?.ToString());
        Put("cluster", Cluster?.ToString());
        Put("kind", Kind == GraphKind.Ties ? "ties" : null);
        Put("from", Iso(From));
        Put("to", Iso(To));
        Put("colour", Colour == GraphColour.Score ? "score" : null);
        Put("page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null);
        Put("links", LinksPage > 1 ? LinksPage.ToString(CultureInfo.InvariantCulture) : null);
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
    }

    static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static Guid? Id(string text, string field, Errors errors, Lang l)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (Guid.TryParse(text, out var id))
        {
            return id;
        }

        errors.Add(field, l.Say("Cette adresse n’est pas complète", "This address is not whole"));
        return null;
    }

    static DateOnly? Day(string text, string field, Errors errors, Lang l)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and < 2100)
        {
            return day;
        }

        errors.Add(field, l.Say("Écrivez un jour comme 2026-11-23", "Write a day as 2026-11-23"));
        return null;
    }

    static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, 10_000) : 1;
}
