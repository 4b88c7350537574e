namespace Beffroi.Ads.Law;

/// <summary>What a set of files has to hold together before anything is judged by it.</summary>
static class BookChecks
{
    public static void Check(IReadOnlyCollection<Jurisdiction> all)
    {
        foreach (var one in all)
        {
            Once(one, "territory", one.Territories.Select(t => t.Code));
            Once(one, "article", one.Articles.Select(a => a.Id));
            Once(one, "rule", one.Rules.Select(r => r.Id));
            Once(one, "case", one.Cases.Select(c => c.Reference));
            one.Territories.ToList().ForEach(t => Zones(one, t));
            one.Articles.ToList().ForEach(a => Versions(one, a));
            one.Elections.ToList().ForEach(e => Days(one, e));
            one.Rules.ToList().ForEach(r => References(one, r));
        }
        var elections = all.SelectMany(j => j.Elections).Select(e => e.Id).ToList();
        Faulty(elections.Count != elections.Distinct(StringComparer.Ordinal).Count(), "Two elections have the same id.");
        foreach (var union in all)
        {
            var own = union.Rules.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
            Faulty(all.Where(j => union.Members.Contains(j.Code, StringComparer.Ordinal)).SelectMany(j => j.Rules).Any(r => own.Contains(r.Id)), $"{union.Code} and one of its countries have a rule of the same id.");
        }
    }

    static void Zones(Jurisdiction one, Territory territory)
    {
        Faulty(territory.Zones.Count == 0, $"{one.Code}: territory {territory.Code} has no time zone.");
        foreach (var zone in territory.Zones)
        {
            Faulty(!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _), $"{one.Code}: territory {territory.Code} names the time zone {zone}, which does not exist.");
        }
        Faulty(territory.Closes.Latest < territory.Closes.Earliest, $"{one.Code}: polls of {territory.Code} close before they close.");
    }

    static void Versions(Jurisdiction one, Article article)
    {
        Faulty(article.Versions.Count == 0, $"{one.Code}: article {article.Id} has no version.");
        Faulty(article.Began > article.Versions[0].From, $"{one.Code}: article {article.Id} began after its first version.");
        Faulty(article.DoubtfulFrom is null != article.Doubt is null, $"{one.Code}: article {article.Id} needs both the day and the words of its doubt, or neither.");
        foreach (var (before, after) in article.Versions.Zip(article.Versions.Skip(1)))
        {
            Faulty(before.To?.AddDays(1) != after.From, $"{one.Code}: versions of article {article.Id} leave a gap or overlap at {after.From:yyyy-MM-dd}.");
        }
    }

    static void Days(Jurisdiction one, Election election)
    {
        Faulty(!string.Equals(election.Country, one.Code, StringComparison.Ordinal), $"Election {election.Id} is in the files of {one.Code}.");
        Faulty(election.Id is Election.NoneOfThem or Election.Another, $"{one.Code}: an election may not be called {election.Id}.");
        Faulty(election.Dates.Count == 0 || election.Dates.Any(d => d.Rounds.Count == 0), $"Election {election.Id} has no date.");
        foreach (var round in election.Dates.SelectMany(d => d.Rounds))
        {
            var codes = round.Days.SelectMany(d => d.Territories).ToList();
            Faulty(codes.Count == 0, $"Election {election.Id}: nobody votes at the round of {round.Date:yyyy-MM-dd}.");
            Faulty(codes.Count != codes.Distinct(StringComparer.Ordinal).Count(), $"Election {election.Id}: a territory votes twice at the round of {round.Date:yyyy-MM-dd}.");
            Faulty(round.Days.All(d => d.Date != round.Date), $"Election {election.Id}: nobody votes on {round.Date:yyyy-MM-dd} itself.");
            codes.ForEach(c => Faulty(one.Territories.All(t => !string.Equals(t.Code, c, StringComparison.Ordinal)), $"Election {election.Id} names the territory {c}, which no file describes."));
        }
        Faulty(election.WonAtRound is { } won && election.Dates.Any(d => won < 1 || won > d.Rounds.Count), $"Election {election.Id} was won at a round that it does not have.");
    }

    static void References(Jurisdiction one, Rule rule)
    {
        var article = one.Articles.FirstOrDefault(a => string.Equals(a.Id, rule.Article, StringComparison.Ordinal));
        Faulty(article is null, $"{one.Code}: rule {rule.Id} rests on article {rule.Article}, which no file of {one.Code} describes.");
        Faulty(rule.Variants.Count == 0, $"{one.Code}: rule {rule.Id} has no variant.");
        foreach (var variant in rule.Variants)
        {
            Faulty(variant.All.All(c => c.Asks is not (Asks.Shown or Asks.PutOut)), $"{one.Code}: rule {rule.Id} never asks when the ad was shown.");
            Faulty(variant.Version is { } day && article!.Versions.All(v => v.From != day), $"{one.Code}: rule {rule.Id} follows a version that article {rule.Article} does not have.");
            Faulty(variant.Period.Closes is { } code && one.Territories.All(t => !string.Equals(t.Code, code, StringComparison.Ordinal)), $"{one.Code}: rule {rule.Id} closes with an unknown territory.");
        }
        foreach (var reference in rule.Cases)
        {
            Faulty(one.Cases.All(c => !string.Equals(c.Reference, reference, StringComparison.Ordinal)), $"{one.Code}: rule {rule.Id} quotes the case {reference}, which no file describes.");
        }
    }

    static void Once(Jurisdiction one, string what, IEnumerable<string> names)
    {
        var twice = names.GroupBy(n => n, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1)?.Key;
        Faulty(twice is not null, $"{one.Code}: the {what} {twice} is described twice.");
    }

    static void Faulty(bool faulty, string message)
    {
        if (faulty)
        {
            throw new InvalidDataException(message);
        }
    }
}
