using System.Text.Json;
using System.Text.Json.Nodes;
using Beffroi.Chat.Cases;

namespace Beffroi.Chat.Tests.Cases;

public sealed class CaseLogTests
{
    static readonly int Runs = Environment.GetEnvironmentVariable("BEFFROI_LONG") == "1" ? 1_000 : 60;

    [Fact]
    public void Replaying_the_kept_lines_gives_the_same_state_to_the_byte()
    {
        for (var seed = 0; seed < Runs; seed++)
        {
            var log = new RandomCases(seed).Draw(60, checkedByDoor: seed % 2 == 0);
            var state = CaseJson.Write(CaseState.Of(log.Events));
            var kept = log.Events.Select(e => CaseJson.Write(e)).ToList();
            var again = CaseLog.Of(kept.Select(CaseJson.Read<CaseEvent>));
            Assert.Equal(state, CaseJson.Write(CaseState.Of(again.Events)));
            Assert.Equal(state, CaseJson.Write(CaseJson.Read<CaseState>(state)));
            Assert.Equal(log.Head, again.Head);
            Assert.Equal(kept, again.Events.Select(e => CaseJson.Write(e)));
        }
    }

    [Fact]
    public void Every_kind_of_line_is_drawn_by_the_random_cases()
    {
        var drawn = Enumerable.Range(0, 60).SelectMany(s => new RandomCases(s).Draw(60, checkedByDoor: true).Events).Select(e => e.Fact.GetType()).ToHashSet();
        var all = typeof(CaseFact).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(CaseFact)));
        Assert.Empty(all.Except(drawn));
    }

    [Fact]
    public void A_line_is_kept_with_what_it_says_and_not_with_what_is_worked_out_of_it()
    {
        var text = string.Concat(Enumerable.Range(0, 20).SelectMany(s => new RandomCases(s).Draw(60, checkedByDoor: true).Events).Select(CaseJson.Write));
        Assert.All(["refers", "amends", "leaves", "knew", "isTooWide", "isCanonical", "key"], n => Assert.DoesNotContain($"\"{n}\":", text.Replace("\"tools\":[{\"key\":", "", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [Fact]
    public void A_line_that_is_changed_moved_added_or_taken_away_is_named()
    {
        var events = new RandomCases(3).Draw(40, checkedByDoor: true).Events;
        Assert.Null(CaseLog.Check(events));
        for (var i = 0; i < events.Count; i++)
        {
            var line = events[i];
            Assert.Equal(new(i + 1, CaseBreakKind.Changed), CaseLog.Check(events.SetItem(i, line with { At = line.At.AddMilliseconds(1) })));
            Assert.Equal(new(i + 1, CaseBreakKind.Changed), CaseLog.Check(events.SetItem(i, line with { Marking = new() { Tlp = line.Marking.Tlp == Tlp.Red ? Tlp.Clear : Tlp.Red } })));
            Assert.Equal(new(i + 1, CaseBreakKind.Untied), CaseLog.Check(events.SetItem(i, line with { Link = line.Seal })));
            if (i < events.Count - 1)
            {
                Assert.Equal(new(i + 1, CaseBreakKind.Missing), CaseLog.Check(events.RemoveAt(i)));
                Assert.Equal(new(i + 1, CaseBreakKind.Missing), CaseLog.Check(events.SetItem(i, events[i + 1]).SetItem(i + 1, line)));
            }
        }
    }

    [Fact]
    public void A_line_resealed_after_the_fact_is_untied_from_the_next()
    {
        var events = new RandomCases(4).Draw(20, checkedByDoor: true).Events;
        var forged = events[5] with { At = events[5].At.AddHours(1) };
        var seal = CaseSeal.Of(forged);
        forged = forged with { Seal = seal, Link = CaseSeal.Link(events[4].Link!, 6, seal) };
        Assert.Equal(new(7, CaseBreakKind.Untied), CaseLog.Check(events.SetItem(5, forged)));
    }

    [Fact]
    public void A_log_begins_with_one_opening_and_takes_no_line_twice()
    {
        var desk = new Desk();
        Assert.Throws<InvalidOperationException>(() => desk.Write(new CaseTitled { Title = "x" }));
        desk = Desk.Opened();
        Assert.Throws<InvalidOperationException>(() => desk.Write(new CaseOpened { Title = "x" }));
        var draft = desk.Draft(new CaseTitled { Title = "x" });
        var log = desk.Log.With(draft, desk.Clock, new SeededBytes(1));
        Assert.Throws<InvalidOperationException>(() => log.With(draft, desk.Clock, new SeededBytes(1)));
        Assert.Throws<CaseBrokenException>(() => CaseLog.Of([]));
    }

    [Fact]
    public void Instants_are_kept_in_UTC_to_the_millisecond_wherever_they_stand()
    {
        var odd = new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.FromHours(2)).AddTicks(12_345_678);
        var desk = Desk.Opened();
        desk.Clock.Now = odd.AddHours(3);
        desk.Write(new TimelineNoted { Text = "x", Until = odd.AddHours(1) }, happened: odd);
        var line = desk.Log.Events[^1];
        var round = new DateTimeOffset(2026, 11, 23, 10, 0, 1, 234, TimeSpan.Zero);
        Assert.Equal(round, line.HappenedAt);
        Assert.Equal(TimeSpan.Zero, line.HappenedAt!.Value.Offset);
        Assert.Equal(round.AddHours(1), ((TimelineNoted)line.Fact).Until);
        Assert.Equal(round.AddHours(3), line.At);
    }

    // The examples of RFC 8785 that hold no fraction: names by UTF-16 unit (3.2.3), strings (3.2.2.2).
    [Fact]
    public void The_canonical_text_is_that_of_RFC_8785()
    {
        var names = JsonNode.Parse("""{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}""");
        Assert.Equal(
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\",\"\U0001F600\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}",
            CanonicalJson.Of(names));
        var values = JsonNode.Parse("""{"literals":[null,true,false],"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","n":-12}""");
        Assert.Equal("""{"literals":[null,true,false],"n":-12,"string":"€$\u000f\nA'B\"\\\\\"/"}""", CanonicalJson.Of(values));
    }

    [Fact]
    public void The_order_of_the_fields_in_the_kept_text_does_not_change_the_seal()
    {
        var line = new RandomCases(5).Draw(10, checkedByDoor: true).Events[^1];
        var shuffled = (JsonObject)JsonSerializer.SerializeToNode(line, CaseJson.Options)!;
        var back = new JsonObject(shuffled.Reverse().Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone())));
        Assert.Equal(line.Seal, CaseSeal.Of(CaseJson.Read<CaseEvent>(back.ToJsonString())));
    }
}
