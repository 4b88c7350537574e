using System.Reflection;
using Beffroi.Chat.Cases;
using Beffroi.Chat.Exchange;
using Beffroi.Chat.Exchange.Stix;
using Beffroi.Chat.Tests.Cases;
using Beffroi.Kit;

namespace Beffroi.Chat.Tests.Exchange;

public sealed class RoundTripTests
{
    static readonly int Runs = Environment.GetEnvironmentVariable("BEFFROI_LONG") == "1" ? 10_000 : 1_000;

    internal static ImportFor Anna { get; } = new()
    {
        Author = Desk.By(Desk.Anna, Desk.Ministry),
        Default = new() { Tlp = Tlp.Amber, Audience = Audience.Of(Desk.Ministry) },
        Language = Lang.English,
    };

    [Fact]
    public void A_thousand_cases_go_out_as_STIX_and_come_back_with_every_field()
    {
        var filled = new HashSet<string>(StringComparer.Ordinal);
        var lines = 0;
        for (var seed = 0; seed < Runs; seed++)
        {
            var shared = seed == 0 ? Rare() : Drawn(seed);
            var read = StixReader.Read(StixWriter.Write(shared, new() { Language = seed % 2 == 0 ? Lang.French : Lang.English }), Anna, out var fault);
            Assert.Null(fault);
            var back = Assert.Single(read!);
            Assert.Empty(back.Told);
            Same(shared, back);
            Assert.Equal(shared.Events.Select(e => e.Id), back.Drafts.Select(d => d.Id));
            lines += shared.Events.Count;
            foreach (var line in shared.Events)
            {
                Note(line, filled);
            }
        }

        Assert.True(lines > Runs * 10, "Hardly anything was exported: the test proves nothing.");
        // Of the model, not of what was drawn: a field that is added tomorrow and never drawn fails here.
        Assert.Empty(AllFields().Except(filled, StringComparer.Ordinal));
    }

    [Fact]
    public void A_case_goes_out_as_JSON_and_comes_back_with_every_field()
    {
        for (var seed = 0; seed < Runs / 20; seed++)
        {
            var shared = Drawn(seed);
            var back = CaseFile.Read(CaseFile.Write(shared), out var fault);
            Assert.Null(fault);
            Same(shared, back!);
        }
    }

    [Fact]
    public void The_same_case_gives_the_same_bytes()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var wording = new StixWording { Language = Lang.French };
            Assert.Equal(StixWriter.Write(Drawn(seed), wording), StixWriter.Write(Drawn(seed), wording));
        }
    }

    [Fact]
    public void Every_kind_of_line_has_words_in_both_languages()
    {
        var kinds = new HashSet<Type>();
        for (var seed = 0; seed < 100; seed++)
        {
            foreach (var line in Drawn(seed).Events)
            {
                kinds.Add(line.Fact.GetType());
                var french = FactWords.Say(line.Fact, Lang.French, CaseNames.None);
                var english = FactWords.Say(line.Fact, Lang.English, CaseNames.None);
                Assert.False(string.IsNullOrWhiteSpace(french.Title) || string.IsNullOrWhiteSpace(english.Title));
            }
        }

        Assert.Empty(FactTypes().Except(kinds));
    }

    /// <summary>What a member of the first organisation may read and keep of a random case: the richest view.</summary>
    internal static SharedCase Drawn(int seed, int count = 40)
    {
        var log = new RandomCases(seed).Draw(count, checkedByDoor: seed % 50 == 0);
        var opener = log.Events[0].Author;
        return SharedCase.For(log, Reader.Member(opener.Person!.Value, opener.Organisation!.Value), Destination.Oneself, NameBook.Empty, out _)!;
    }

    /// <summary>What is never drawn.</summary>
    static SharedCase Rare()
    {
        var desk = Desk.Opened();
        desk.Write(new ArgumentMade { Stance = Stance.For, Text = "x", From = new(Desk.Id(1), Desk.Id(2), "mot") });
        return SharedCase.For(desk.Log, Reader.Member(Desk.Anna, Desk.Ministry), Destination.Oneself, NameBook.Empty, out _)!;
    }

    static void Same(SharedCase shared, ImportedCase back)
    {
        Assert.Equal(shared.CaseId, back.CaseId);
        Assert.Equal(CaseJson.Write(shared.Events), CaseJson.Write(back.Events));
        Assert.Equal(CaseJson.Write(shared.State), CaseJson.Write(CaseState.Of(back.Events)));
    }

    static IEnumerable<Type> FactTypes() => typeof(CaseFact).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(CaseFact)));

    static IEnumerable<string> AllFields() => FactTypes().SelectMany(t => Fields(t).Select(p => t.Name + "." + p.Name));

    static IEnumerable<PropertyInfo> Fields(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(p => p.CanWrite);

    static void Note(CaseEvent line, HashSet<string> filled)
    {
        var type = line.Fact.GetType();
        foreach (var field in Fields(type))
        {
            if (field.GetValue(line.Fact) is { } value && (value is not System.Collections.ICollection list || list.Count > 0))
            {
                filled.Add(type.Name + "." + field.Name);
            }
        }
    }
}
