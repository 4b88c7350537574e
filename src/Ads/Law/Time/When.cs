namespace Beffroi.Ads.Law;

/// <summary>Whether an ad was shown, or put out, in the period of a rule, for the election it concerns: where the dates, the places and the text are weighed together.</summary>
sealed class When(LawBook book, AdFacts facts, DateTimeOffset now, Rule rule, Variant variant, Article article)
{
    public Answer Ask(bool putOut)
    {
        var standing = Standing(facts, trusted: false);
        if (standing == Truth.No)
        {
            return new(Truth.No, Say.TextNotInForce(article), []);
        }
        if (variant.Period.Kind == PeriodKind.Always)
        {
            return standing == Truth.Yes
                ? new(Truth.Yes, Say.TextInForce(article), [])
                : StandingUnclear(Standing(facts, trusted: true) == Truth.Yes ? [FactKey.TextToRead] : DatesOrText());
        }
        if (!facts.Election.IsKnown)
        {
            return Unknown(Say.ElectionUnknown, [FactKey.Election]);
        }
        if (string.Equals(facts.Election.Value, Election.NoneOfThem, StringComparison.Ordinal))
        {
            return new(Truth.No, Say.NoElection, []);
        }
        return book.Election(facts.Election.Value) is { } election && string.Equals(election.Country, facts.Country, StringComparison.Ordinal)
            ? Judge(election, putOut)
            : Unknown(Say.ElectionNotOnFile, [FactKey.Review]);
    }

    Answer Judge(Election election, bool putOut)
    {
        if (rule.Unsettled.FirstOrDefault(u => u.Concerns(election)) is { } unsettled
            && Shown(election, facts, putOut: false, trusted: true) != Truth.No)
        {
            return Unknown(unsettled.Why, [FactKey.Review]);
        }
        var days = DaysOf(election);
        if (facts.Territories.IsKnown && !election.Dates.SelectMany(TerritoriesOf).Any(t => facts.Territories.Value.Contains(t.Code, StringComparer.Ordinal)))
        {
            // The clock of a place where nobody votes says nothing of this election: only what holds everywhere is sure.
            return Shown(election, facts with { Territories = default }, putOut) == Truth.No
                ? new(Truth.No, Say.Outside(election, days, putOut), [])
                : Unknown(Say.NobodyVotesThere, [FactKey.Review]);
        }
        var truth = Shown(election, facts, putOut);
        return truth switch
        {
            Truth.Yes => new(truth, Say.Within(election, days, putOut), []),
            Truth.No => new(truth, Say.Outside(election, days, putOut), []),
            Truth.Unknown => Unclear([.. Needed(election, putOut)]),
        };

        Answer Unclear(FactKey[] keys) => Unknown(
            keys.Contains(FactKey.TextToRead) ? Say.TextUnsure(article) : keys.Contains(FactKey.OfficialDate) ? Say.DateNotOfficial(election) : Say.PerhapsWithin(election, days), keys);
    }

    /// <summary>Each thing that could settle it, tried in turn.</summary>
    IEnumerable<FactKey> Needed(Election election, bool putOut)
    {
        var keys = new List<FactKey>();
        if (!facts.FirstShown.IsKnown || facts.FirstShown.Value.IsRough)
        {
            keys.Add(FactKey.FirstShown);
        }
        if (!facts.LastShown.IsKnown && !putOut)
        {
            keys.Add(FactKey.LastShown);
        }
        if (putOut && !facts.PaidDuringSilence.IsKnown && Shown(election, facts, putOut: false) != Truth.No)
        {
            keys.Add(FactKey.PaidDuringSilence);
        }
        if (!facts.Territories.IsKnown && election.Dates.Any(d => TerritoriesOf(d).Select(t => Shown(election, d, [t], facts, putOut, trusted: false)).Distinct().Count() > 1))
        {
            keys.Add(FactKey.Territories);
        }
        if (!election.IsOfficial && election.Dates.Select(d => Shown(election, d, TerritoriesOf(d), facts, putOut, trusted: false)).Distinct().Count() > 1)
        {
            keys.Add(FactKey.OfficialDate);
        }
        if (election.Scope == ElectionScope.Constituency && !facts.WonAtFirstRound.IsKnown
            && Shown(election, facts with { WonAtFirstRound = Fact.Known(true, FactOrigin.Reviewer) }, putOut) != Shown(election, facts with { WonAtFirstRound = Fact.Known(false, FactOrigin.Reviewer) }, putOut))
        {
            keys.Add(FactKey.WonAtFirstRound);
        }
        if (Shown(election, facts, putOut, trusted: true) != Truth.Unknown || Standing(facts, trusted: false) != Truth.Yes)
        {
            keys.Add(FactKey.TextToRead);
        }
        return keys.DefaultIfEmpty(FactKey.Review);
    }

    Truth Shown(Election election, AdFacts given, bool putOut, bool trusted = false) =>
        election.Dates.Select(d => Shown(election, d, TerritoriesOf(d), given, putOut, trusted)).Agreed();

    /// <summary>Where the territories are told, one is enough; otherwise all have to agree.</summary>
    Truth Shown(Election election, ElectionDates dates, IReadOnlyList<Territory> where, AdFacts given, bool putOut, bool trusted)
    {
        var each = where.Where(t => !given.Territories.IsKnown || given.Territories.Value.Contains(t.Code, StringComparer.Ordinal))
            .Select(t => Spans.PlacesOf(t).Select(p => At(p)).Agreed()).ToList();
        return given.Territories.IsKnown ? each.Aggregate(Truth.No, Truths.Or) : each.Agreed();

        Truth At(Place place)
        {
            bool? won = given.WonAtFirstRound.IsKnown ? given.WonAtFirstRound.Value : null;
            var standing = Spans.Standing(article, variant, place.Zone, trusted);
            return Spans.Of(variant.Period, election, dates, place, won, Closing(election))
                .Select(s => s.Meeting(standing))
                .Select(s => putOut ? Display.PutOut(given, s, place.Zone, now) : Display.During(given, s, place.Zone, now))
                .Aggregate(Truth.No, Truths.Or);
        }
    }

    Truth Standing(AdFacts given, bool trusted) => Zones
        .Select(z => Display.During(given, Spans.Standing(article, variant, z, trusted), z, now)).Agreed();

    /// <summary>Of a country that no file describes the clocks are not known: what holds by the first and by the last of the world holds there.</summary>
    IReadOnlyList<TimeZoneInfo> Zones => book.Country(facts.Country) is { Territories.Count: > 0 } country ? [.. country.Territories.SelectMany(Spans.PlacesOf).Select(p => p.Zone)] : Everywhere;

    static readonly IReadOnlyList<TimeZoneInfo> Everywhere = [Zone("First", 14), Zone("Last", -12)];

    static TimeZoneInfo Zone(string name, int hours) => TimeZoneInfo.CreateCustomTimeZone(name, TimeSpan.FromHours(hours), name, name);

    Jurisdiction Country => book.Country(facts.Country) ?? throw new InvalidOperationException($"No file describes the country {facts.Country}.");

    Territory? Closing(Election election) => variant.Period.Closes is { } code ? book.Country(election.Country)!.Territories.Single(t => string.Equals(t.Code, code, StringComparison.Ordinal)) : null;

    List<Territory> TerritoriesOf(ElectionDates dates)
    {
        var codes = dates.Rounds.SelectMany(r => r.Days).SelectMany(d => d.Territories).ToHashSet(StringComparer.Ordinal);
        return [.. Country.Territories.Where(t => codes.Contains(t.Code))];
    }

    /// <summary>The periods where most vote, for the sentence.</summary>
    List<Days> DaysOf(Election election)
    {
        var dates = election.Dates[0];
        var place = Spans.PlacesOf(TerritoriesOf(dates).First(t => Spans.DayAt(dates.Rounds[0], Spans.PlacesOf(t)[0]) == dates.Rounds[0].Date))[0];
        return [.. Spans.Of(variant.Period, election, dates, place, facts.WonAtFirstRound.IsKnown ? facts.WonAtFirstRound.Value : null, Closing(election))
            .Select(s => s.Possible)
            .Select(s => new Days(s.From == DateTimeOffset.MinValue ? null : Calendar.DayOf(s.From, place.Zone), Calendar.DayOf(s.Until.AddTicks(-1), place.Zone)))];
    }

    Answer StandingUnclear(FactKey[] keys) => Unknown(keys.Contains(FactKey.TextToRead) ? Say.TextUnsure(article) : Say.PeriodUnknown, keys);

    FactKey[] DatesOrText() => facts.FirstShown.IsKnown && facts.LastShown.IsKnown ? [FactKey.TextToRead] : [FactKey.FirstShown, FactKey.LastShown];

    static Answer Unknown(Words why, FactKey[] missing) => new(Truth.Unknown, why, missing);
}
