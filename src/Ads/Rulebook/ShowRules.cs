using System.Globalization;
using Beffroi.Ads.Law;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Ads.Rulebook;

/// <summary>The rules that ads are compared with, the texts they rest on and when these were read, the calendar and its periods.</summary>
public static class ShowRules
{
    /// <summary>An election stays on the page for so long after its last round.</summary>
    const int DaysAfter = 60;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Rules(l), Show).ForEveryone();
        }
    }

    static IResult Show(HttpRequest request, LawBook book, Publication publication)
    {
        var (l, today) = (Langs.Of(request), DateOnly.ParseExact(French.IsoDay(publication.Now), "yyyy-MM-dd", CultureInfo.InvariantCulture));
        return Html.View<ShowRulesPage, ShowRulesModel>(new()
        {
            L = l, Settings = publication.Settings,
            Sources = [.. book.Jurisdictions.Where(j => j.Rules.Count > 0).OrderBy(j => j.Members.Count > 0).ThenBy(j => j.Code, StringComparer.Ordinal).Select(j => new RuleSource(j.Name, [.. j.Rules.Select(r => (r, book.Articles.First(a => string.Equals(a.Id, r.Article, StringComparison.Ordinal))))]))],
            Elections = [.. book.Elections.Where(e => e.Dates[^1].Rounds[^1].Date.AddDays(DaysAfter) >= today).OrderBy(e => e.Dates[0].Rounds[0].Date).Select(e => Sheet(e, book, publication))],
        });
    }

    static ElectionSheet Sheet(Election election, LawBook book, Publication publication)
    {
        var country = book.Country(election.Country)!;
        var home = country.Territories.First(t => election.Dates[0].Rounds[0].Days.First(d => d.Date == election.Dates[0].Rounds[0].Date).Territories.Contains(t.Code, StringComparer.Ordinal));
        return new()
        {
            Election = election,
            Place = home.Name,
            Freezes = [.. publication.Freezes(election.Country).Where(f => f.Elections.Contains(election))],
            Windows = [.. from rule in book.RulesOf(election.Country)
                          let variant = rule.Rule.Variants.LastOrDefault(v => v.Kinds is null || v.Kinds.Contains(election.Kind, StringComparer.Ordinal))
                          where variant is not null && variant.Period.Kind is not (PeriodKind.Always or PeriodKind.UntilPoll)
                          let unsettled = rule.Rule.Unsettled.FirstOrDefault(u => u.Concerns(election))
                          select new Window(rule.Rule.Title, unsettled?.Why, [.. election.Dates.SelectMany(d => Spans.Of(variant.Period, election, d, Spans.PlacesOf(home)[0], closing: Closing(variant.Period, country))).Select(s => s.Possible).Distinct().OrderBy(s => s.From)])],
        };
    }

    static Territory? Closing(Period period, Jurisdiction country) => country.Territories.FirstOrDefault(t => string.Equals(t.Code, period.Closes, StringComparison.Ordinal));
}

public sealed record RuleSource(Words Name, IReadOnlyList<(Rule Rule, Article Article)> Rules);

/// <param name="Unsettled">Why its dates are left to people; null: they are computed.</param>
/// <param name="Stretches">At most, where the round that decides is not known yet.</param>
public sealed record Window(Words Rule, Words? Unsettled, IReadOnlyList<Stretch> Stretches);

public sealed record ElectionSheet
{
    public required Election Election { get; init; }

    /// <summary>By whose clock.</summary>
    public required Words Place { get; init; }
    public required IReadOnlyList<Window> Windows { get; init; }
    public required IReadOnlyList<PublicationFreeze> Freezes { get; init; }
}

public sealed record ShowRulesModel
{
    public required Lang L { get; init; }
    public required PublicationSettings Settings { get; init; }
    public required IReadOnlyList<RuleSource> Sources { get; init; }
    public required IReadOnlyList<ElectionSheet> Elections { get; init; }
}
