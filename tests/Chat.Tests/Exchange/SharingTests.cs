using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Beffroi.Chat.Cases;
using Beffroi.Chat.Exchange;
using Beffroi.Chat.Exchange.Stix;
using Beffroi.Chat.Tests.Cases;
using Beffroi.Kit;

namespace Beffroi.Chat.Tests.Exchange;

public sealed partial class SharingTests
{
    static readonly int Runs = Environment.GetEnvironmentVariable("BEFFROI_LONG") == "1" ? 500 : 12;

    static readonly Destination[] Destinations = [Destination.Oneself, Destination.Of(Desk.Ngo), Destination.Of(Desk.Ministry), Destination.Client, Destination.Community, Destination.World];

    [Fact]
    public void No_file_holds_anything_above_what_may_be_shared()
    {
        var files = 0;
        var left = 0;
        for (var seed = 0; seed < Runs; seed++)
        {
            var log = new RandomCases(seed).Draw(40, checkedByDoor: true);
            foreach (var reader in RandomCases.Readers(log.Id))
            {
                var view = CaseView.For(log, reader);
                foreach (var to in Destinations)
                {
                    var shared = SharedCase.For(log, reader, to, NameBook.Empty, out var fault);
                    Assert.Equal(shared is null, fault is not null);
                    if (shared is null)
                    {
                        Assert.True(view is null || Highest(view, view.Events[0]) > to.Highest || !Reads(log, to, view.Events[0]));
                        continue;
                    }

                    files++;
                    left += shared.LeftOut.Count;
                    Check(log, view!, to, shared);
                }
            }
        }

        Assert.True(files > Runs * 10 && left > Runs * 20, $"{files} files, {left} left out: the test proves little.");
    }

    [Fact]
    public void A_case_above_its_destination_is_refused_in_words()
    {
        var desk = Desk.Opened(Desk.Amber(Desk.Ministry));
        Assert.Null(SharedCase.For(desk.Log, Reader.Member(Desk.Anna, Desk.Ministry), Destination.Community, NameBook.Empty, out var fault));
        Assert.Contains("TLP:AMBER", fault!.French, StringComparison.Ordinal);
        Assert.NotNull(SharedCase.For(desk.Log, Reader.Member(Desk.Anna, Desk.Ministry), Destination.Client, NameBook.Empty, out _));
        Assert.Null(SharedCase.For(desk.Log, Reader.Member(Desk.Anna, Desk.Ministry), Destination.Of(Desk.Ngo), NameBook.Empty, out _));
        Assert.Null(SharedCase.For(desk.Log, Reader.Member(Desk.Bilal, Desk.Ngo), Destination.Oneself, NameBook.Empty, out fault));
        Assert.Equal("Case not found.", fault!.English);
    }

    [Fact]
    public void What_is_left_out_is_told_to_whoever_exports_and_not_in_the_file()
    {
        var desk = Desk.Opened();
        desk.Write(new ArgumentMade { Stance = Stance.For, Text = "secret" }, Desk.Amber(Desk.Ministry), out var hidden);
        desk.Write(new SectionWritten { Section = Section.Actor, Text = "cite le secret", Quotes = [hidden] });
        desk.Write(new ArgumentMade { Stance = Stance.For, Text = "ouvert" });
        var shared = SharedCase.For(desk.Log, Reader.Member(Desk.Anna, Desk.Ministry), Destination.Community, NameBook.Empty, out _)!;
        Assert.Equal([Tlp.Amber, Tlp.Amber], shared.LeftOut.Select(l => l.Level));
        Assert.Contains("2 TLP:AMBER", shared.Told!.English, StringComparison.Ordinal);
        Assert.Equal([1, 2], shared.Events.Select(e => e.Number));
        Assert.DoesNotContain("left", string.Concat(Files(shared)), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_masked_author_is_masked_from_those_who_get_the_file()
    {
        var desk = new Desk();
        desk.Write(new CaseOpened { Title = "x" }, new() { Tlp = Tlp.Green, Audience = Audience.Community }, Desk.By(Desk.Bilal, Desk.Ngo));
        desk.Write(new ArgumentMade { Stance = Stance.For, Text = "x" }, null, Desk.By(Desk.Anna, Desk.Ministry, masked: true));
        var names = new CaseNames { People = new Dictionary<Guid, string> { [Desk.Anna] = "Anna Nom" } };
        string Text(Destination to) => string.Concat(Files(SharedCase.For(desk.Log, Reader.Member(Desk.Anna, Desk.Ministry), to, NameBook.Empty, out _)!, names));
        Assert.Contains(Desk.Anna.ToString(), Text(Destination.Oneself), StringComparison.Ordinal);
        Assert.Contains(Desk.Anna.ToString(), Text(Destination.Of(Desk.Ministry)), StringComparison.Ordinal);
        Assert.DoesNotContain(Desk.Anna.ToString(), Text(Destination.Of(Desk.Ngo)), StringComparison.Ordinal);
        Assert.DoesNotContain(Desk.Anna.ToString(), Text(Destination.Community), StringComparison.Ordinal);
        Assert.DoesNotContain("Anna Nom", Text(Destination.Community), StringComparison.Ordinal);
    }

    /// <summary>The levels come from the view's own rule, written by others; the words of what is left out are looked for in the three files.</summary>
    static void Check(CaseLog log, CaseView view, Destination to, SharedCase shared)
    {
        var kept = shared.Events.Select(e => e.Id).ToHashSet();
        Assert.All(kept, id => Assert.NotNull(view.Find(id)));
        foreach (var line in view.Events.Where(e => kept.Contains(e.Id)))
        {
            Assert.True(Highest(view, line) <= to.Highest);
            Assert.True(Reads(log, to, line));
        }

        foreach (var line in view.Events.Where(e => !kept.Contains(e.Id)))
        {
            // Nothing is left out without a reason.
            Assert.True(Highest(view, line) > to.Highest || !Reads(log, to, line) || line.Fact.Refers.Concat(line.Fact.Amends is { } a ? [a] : []).Any(r => !kept.Contains(r)));
        }

        var files = Files(shared).ToList();
        foreach (var line in log.Events.Where(e => !kept.Contains(e.Id)))
        {
            Assert.All(files, f => Assert.DoesNotContain(line.Id.ToString(), f, StringComparison.Ordinal));
            Assert.All(files, f => Assert.DoesNotContain(line.Seal!, f, StringComparison.Ordinal));
            foreach (var word in Word().Matches(CaseJson.Write(line)).Select(m => m.Value).Distinct())
            {
                Assert.All(files, f => Assert.DoesNotContain(word, f, StringComparison.Ordinal));
            }
        }

        using var bundle = JsonDocument.Parse(files[0]);
        var markings = bundle.RootElement.GetProperty("objects").EnumerateArray()
            .SelectMany(o => o.TryGetProperty("object_marking_refs", out var refs) ? refs.EnumerateArray().Select(r => r.GetString()!) : []).Distinct();
        Assert.All(markings, m => Assert.True(StixTlp.LevelOf(m) <= to.Highest));
    }

    static IEnumerable<string> Files(SharedCase shared, CaseNames? names = null) =>
    [
        Encoding.UTF8.GetString(StixWriter.Write(shared, new() { Language = Lang.French, Names = names ?? CaseNames.None })),
        Encoding.UTF8.GetString(CaseFile.Write(shared)),
        CaseMarkdown.Write(shared, Lang.English, names ?? CaseNames.None),
    ];

    /// <summary>Top-down, where the code goes through the log once.</summary>
    static Tlp Highest(CaseView view, CaseEvent line)
    {
        if (line.Fact is MarkingChanged change && Superseded(view, line))
        {
            return (Tlp)Math.Max((int)change.To.Tlp, (int)Highest(view, view.Find(change.Target)!));
        }

        if (line.Fact.Amends is { } target)
        {
            return Highest(view, view.Find(target)!);
        }

        var own = view.Events.Select(e => e.Fact).OfType<MarkingChanged>().LastOrDefault(c => c.Target == line.Id)?.To.Tlp ?? line.Marking.Tlp;
        return line.Number == 1 ? own : line.Fact.Refers.Select(r => Highest(view, view.Find(r)!)).Append(Highest(view, view.Events[0])).Append(own).Max();
    }

    static bool Superseded(CaseView view, CaseEvent line) =>
        line.Fact is MarkingChanged change && view.Events.FindLast(e => e.Fact is MarkingChanged later && later.Target == change.Target)!.Id != line.Id;

    static bool Reads(CaseLog log, Destination to, CaseEvent line) =>
        to.Organisation is not { } organisation || CaseView.For(log, Reader.OfOrganisation(organisation))?.Find(line.Id) is not null;

    [GeneratedRegex("mot[0-9]{5,}", RegexOptions.None, 1_000)]
    private static partial Regex Word();
}
