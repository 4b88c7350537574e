using System.Text.Json;
using Beffroi.Chat.Cases;

namespace Beffroi.Chat.Tests.Cases;

public sealed class ReadableTests
{
    static readonly int Runs = Environment.GetEnvironmentVariable("BEFFROI_LONG") == "1" ? 1_000 : 60;

    /// <summary>The log is written again without what a reader may not read: they see the same to the byte, or what is hidden shows through.</summary>
    [Fact]
    public void What_is_hidden_never_changes_what_a_reader_sees()
    {
        var hidden = 0;
        for (var seed = 0; seed < Runs; seed++)
        {
            var log = new RandomCases(seed).Draw(50, checkedByDoor: seed % 2 == 0);
            foreach (var reader in RandomCases.Readers(log.Id))
            {
                if (CaseView.For(log, reader) is not { } view)
                {
                    continue;
                }

                hidden += log.Events.Count - view.Events.Count;
                var bare = Rewritten(log.Id, log.Events.Where(e => view.Find(e.Id) is not null));
                Assert.Equal(CaseJson.Write(view), CaseJson.Write(CaseView.For(bare, reader)));
            }
        }

        Assert.True(hidden > Runs * 50, "Hardly anything was hidden: the test proves nothing.");
    }

    [Fact]
    public void A_view_that_goes_on_from_the_one_before_is_the_one_that_is_made_anew()
    {
        for (var seed = 0; seed < Runs / 12; seed++)
        {
            var whole = new RandomCases(seed).Draw(30, checkedByDoor: seed % 2 == 0);
            foreach (var reader in RandomCases.Readers(whole.Id))
            {
                CaseView? view = null;
                for (var lines = 1; lines <= whole.Events.Count; lines++)
                {
                    var log = CaseLog.Of(whole.Events.Take(lines));
                    var anew = CaseView.For(log, reader);
                    view = view is null ? anew : CaseView.After(view, log, lines - 1, reader);
                    Assert.Equal(CaseJson.Write(anew), CaseJson.Write(view));
                }
            }
        }
    }

    [Fact]
    public void Nothing_hidden_is_in_the_text_of_a_view()
    {
        for (var seed = 0; seed < Runs; seed++)
        {
            var log = new RandomCases(seed).Draw(50, checkedByDoor: true);
            foreach (var reader in RandomCases.Readers(log.Id))
            {
                var view = CaseView.For(log, reader);
                var text = CaseJson.Write(view);
                foreach (var line in log.Events.Where(e => view?.Find(e.Id) is null))
                {
                    Assert.DoesNotContain(line.Id.ToString(), text, StringComparison.Ordinal);
                    Assert.DoesNotContain(line.Seal!, text, StringComparison.Ordinal);
                    Assert.All(Words(line), w => Assert.DoesNotContain(w, text, StringComparison.Ordinal));
                }
            }
        }
    }

    [Fact]
    public void Who_reads_a_line_is_what_the_rules_say_read_in_another_way()
    {
        for (var seed = 0; seed < Runs; seed++)
        {
            var log = new RandomCases(seed).Draw(50, checkedByDoor: true);
            foreach (var reader in RandomCases.Readers(log.Id))
            {
                var readable = Readable.Of(log, reader).Select(e => e.Id).ToHashSet();
                Assert.All(log.Events, e => Assert.Equal(May(log, e, reader), readable.Contains(e.Id)));
            }
        }
    }

    [Fact]
    public void The_marking_that_a_quote_takes_holds_exactly_those_who_read_what_it_quotes()
    {
        var held = 0;
        for (var seed = 0; seed < Runs; seed++)
        {
            var log = new RandomCases(seed).Draw(50, checkedByDoor: true);
            var whole = new CaseView { CaseId = log.Id, Events = log.Events, State = CaseState.Of(log.Events) };
            foreach (var reader in RandomCases.Readers(log.Id))
            {
                var readable = Readable.Of(log, reader).Select(e => e.Id).ToHashSet();
                foreach (var line in log.Events.Where(e => e.Fact.Amends is null && !whole.Behind(e.Id).Append(log.Events[0]).Any(b => b.Author.Person == reader.Person)))
                {
                    var marking = whole.MarkingOf(line.Id);
                    Assert.Equal(readable.Contains(line.Id), marking.Audience!.Holds(reader, marking.Tlp));
                    held += readable.Contains(line.Id) ? 1 : 0;
                }
            }
        }

        Assert.True(held > Runs * 20);
    }

    [Fact]
    public void A_line_that_was_taken_back_keeps_its_marking()
    {
        var desk = Desk.Opened();
        desk.Write(new DecisionTaken { What = "x", Why = "y" }, Desk.Green, out var id).Write(new Withdrawn { Target = id, Why = "z" });
        desk.Write(new MarkingChanged { Target = id, To = Desk.Amber(Desk.Ministry), Why = "z" });
        Assert.Equal(Tlp.Amber, desk.See().MarkingOf(id).Tlp);
        Assert.Empty(desk.See().State.Decisions);
        Assert.Single(desk.See(Desk.David, Desk.Lab).Events);
    }

    [Fact]
    public void A_guest_knows_one_case_only()
    {
        var desk = Desk.Opened(new() { Tlp = Tlp.Green, Audience = new() { Circles = [Circle.Of([Desk.Ministry], [Desk.Guest])] } });
        Assert.NotNull(CaseView.For(desk.Log, Reader.Guest(Desk.Guest, desk.Log.Id)));
        Assert.Null(CaseView.For(desk.Log, Reader.Guest(Desk.Guest, Desk.Id(7))));
        Assert.Null(CaseView.For(desk.Log, Reader.Guest(Desk.David, desk.Log.Id)));
    }

    [Fact]
    public void Red_is_for_people_who_are_named_and_for_no_organisation()
    {
        var desk = Desk.Opened();
        desk.Write(new DecisionTaken { What = "x", Why = "y" }, new() { Tlp = Tlp.Red, Audience = Audience.OfPeople(Desk.Bilal) }, out var id);
        Assert.NotNull(desk.See(Desk.Bilal, Desk.Ngo).Find(id));
        Assert.NotNull(desk.See(Desk.Anna, Desk.Ministry).Find(id));
        Assert.Null(desk.See(Desk.Chloe, Desk.Ministry).Find(id));
        Assert.Null(CaseView.For(desk.Log, Reader.OfOrganisation(Desk.Ngo))!.Find(id));
    }

    [Fact]
    public void A_quote_goes_no_further_than_what_it_quotes_even_when_that_is_raised_later()
    {
        var desk = Desk.Opened();
        desk.Write(new ObservableNoted { Observable = Observable.Read(ObservableKind.Hashtag, "#secret")! }, Desk.Green, out var first);
        desk.Write(new SectionWritten { Section = Section.Actor, Text = "Voir", Quotes = [first] }, Desk.Green, out var quote);
        desk.Write(new SectionWritten { Section = Section.Effect, Text = "Encore", Quotes = [quote] }, Desk.Green, out var second);
        Assert.Equal(4, desk.See(Desk.David, Desk.Lab).Events.Count);
        desk.Write(new MarkingChanged { Target = first, To = Desk.Amber(Desk.Ministry, Desk.Ngo), Why = "Source protégée" }, Desk.Green, out var change);
        Assert.Single(desk.See(Desk.David, Desk.Lab).Events);
        Assert.Empty(desk.See(Desk.David, Desk.Lab).State.Sections);
        var seen = desk.See(Desk.Bilal, Desk.Ngo);
        Assert.Equal(5, seen.Events.Count);
        Assert.Equal(Tlp.Amber, seen.MarkingOf(second).Tlp);
        Assert.Equal(Tlp.Amber, seen.MarkingOf(change).Tlp);
        Assert.True(seen.MarkingOf(second).Audience!.Holds(Reader.OfOrganisation(Desk.Ngo), Tlp.Amber));
        Assert.False(seen.MarkingOf(second).Audience!.Holds(Reader.OfOrganisation(Desk.Lab), Tlp.Amber));
    }

    [Fact]
    public void Lines_that_quote_all_those_before_them_are_marked_in_no_time()
    {
        var desk = Desk.Opened();
        var ids = new List<Guid>();
        for (var i = 0; i < 200; i++)
        {
            // Two ways to each line before: 2^100 ways and more to the first.
            desk.Write(new SectionWritten { Section = Section.Actor, Text = "x", Quotes = [.. ids.TakeLast(2)] }, i == 0 ? Desk.Amber(Desk.Ministry) : Desk.Green, out var id);
            ids.Add(id);
        }

        Assert.Equal(Tlp.Amber, desk.See().MarkingOf(ids[^1]).Tlp);
        Assert.Equal(200, desk.See().Behind(ids[^1]).Count);
        Assert.Single(desk.See(Desk.David, Desk.Lab).Events);
    }

    [Fact]
    public void When_a_marking_is_lowered_the_reason_why_it_was_raised_stays_with_those_who_read_it_then()
    {
        var desk = Desk.Opened();
        desk.Write(new DecisionTaken { What = "x", Why = "y" }, Desk.Green, out var id);
        desk.Write(new MarkingChanged { Target = id, To = Desk.Amber(Desk.Ministry), Why = "Enquête en cours" }, Desk.Green, out var up);
        desk.Write(new MarkingChanged { Target = id, To = Desk.Green, Why = "Enquête close" }, Desk.Green, out var down);
        var seen = desk.See(Desk.David, Desk.Lab);
        Assert.NotNull(seen.Find(id));
        Assert.Null(seen.Find(up));
        Assert.NotNull(seen.Find(down));
        Assert.Equal(Tlp.Green, seen.State.Markings[id].Tlp);
        Assert.NotNull(desk.See(Desk.Chloe, Desk.Ministry).Find(up));
    }

    [Fact]
    public void A_masked_author_is_known_to_their_organisation_only()
    {
        var desk = Desk.Opened();
        desk.Write(new ArgumentMade { Stance = Stance.For, Text = "x" }, Desk.Green, out var id, Desk.By(Desk.Anna, Desk.Ministry, masked: true));
        Assert.Equal(Desk.Anna, desk.See(Desk.Chloe, Desk.Ministry).Find(id)!.Author.Person);
        var seen = desk.See(Desk.David, Desk.Lab);
        Assert.Null(seen.Find(id)!.Author.Person);
        Assert.Equal(Desk.Ministry, seen.Find(id)!.Author.Organisation);
        var line = JsonSerializer.Serialize(seen.Find(id), CaseJson.Options);
        Assert.DoesNotContain(Desk.Anna.ToString(), line, StringComparison.Ordinal);
        Assert.Null(seen.Find(id)!.Seal);
        Assert.Null(seen.Find(id)!.Salt);
    }

    [Fact]
    public void The_seals_that_a_reader_sees_are_those_of_what_they_see()
    {
        var log = new RandomCases(8).Draw(50, checkedByDoor: true);
        var view = CaseView.For(log, Reader.Member(RandomCases.People[4].Person, RandomCases.People[4].Organisation!.Value))!;
        Assert.All(view.Events.Where(e => e.Seal is not null), e => Assert.Equal(e.Seal, CaseSeal.Of(e)));
        Assert.All(view.Events, e => Assert.Null(e.Link));
        Assert.Equal(Enumerable.Range(1, view.Events.Count), view.Events.Select(e => e.Number));
    }

    static CaseLog Rewritten(Guid caseId, IEnumerable<CaseEvent> events)
    {
        var lines = events.ToList();
        var salts = new SameSalts(lines.Select(l => l.Salt!));
        return lines.Aggregate(CaseLog.Of(caseId), (log, line) => log.With(
            new() { Id = line.Id, Author = line.Author, Marking = line.Marking, Fact = line.Fact, HappenedAt = line.HappenedAt, KnewAt = line.KnewAt },
            new SetClock { Now = line.At },
            salts));
    }

    static IEnumerable<string> Words(CaseEvent line) =>
        System.Text.RegularExpressions.Regex.Matches(CaseJson.Write(line), "mot[0-9]{5,}", System.Text.RegularExpressions.RegexOptions.NonBacktracking).Select(m => m.Value).Distinct();

    // Top-down and by the words of TLP 2.0, where the code goes through the log once.
    static bool May(CaseLog log, CaseEvent line, Reader reader)
    {
        if (reader.OnlyCase is { } only && only != log.Id)
        {
            return false;
        }

        var opening = log.Events[0];
        var before = log.Events.TakeWhile(e => e != line).ToDictionary(e => e.Id);
        if (line.Fact is Withdrawn withdrawn)
        {
            return May(log, before[withdrawn.Target], reader);
        }

        if (line.Fact is MarkingChanged change)
        {
            return May(log, before[change.Target], reader) && (line == LastChange(change.Target) || Allows(change.To));
        }

        return Allows(((MarkingChanged?)LastChange(line.Id)?.Fact)?.To ?? line.Marking)
            && (line == opening || May(log, opening, reader))
            && line.Fact.Refers.All(r => before.TryGetValue(r, out var referred) && May(log, referred, reader));

        CaseEvent? LastChange(Guid id) => log.Events.LastOrDefault(e => e.Fact is MarkingChanged c && c.Target == id);

        bool Allows(Marked marking)
        {
            if (line.Author.Person == reader.Person && reader.Person is not null)
            {
                return true;
            }

            var circles = (marking.Audience ?? ((MarkingChanged?)LastChange(opening.Id)?.Fact)?.To.Audience ?? opening.Marking.Audience!).Circles;
            var byName = circles.Any(c => reader.Person is { } p && c.People.Contains(p));
            var byOrganisation = circles.Any(c => reader.Organisation is { } o && c.Organisations.Contains(o));
            var level = marking.Tlp == Tlp.Clear || (marking.Tlp == Tlp.Green && reader != Reader.Public)
                || (marking.Tlp is Tlp.Amber or Tlp.AmberStrict && (byName || byOrganisation)) || (marking.Tlp == Tlp.Red && byName);
            return level && circles.All(c => c.Reach == Reach.World || (c.Reach == Reach.Community && reader != Reader.Public)
                || (reader.Person is { } p && c.People.Contains(p)) || (reader.Organisation is { } o && c.Organisations.Contains(o)));
        }
    }
}
