using Beffroi.Encyclopedia.Differences;
using Beffroi.Encyclopedia.Differences.ByWord;
using Beffroi.Encyclopedia.Merging;
using Beffroi.Kit;
using CsCheck;

namespace Beffroi.Encyclopedia.Tests.Contributing;

public sealed class EntryMergeTests
{
    [Fact]
    public void A_content_taken_to_pieces_is_put_together_again()
    {
        foreach (var content in new[] { Samples.Practice, Samples.Tool })
        {
            Assert.Equal(content.Json(), Pieces.Of(content).ToContent().Json());
        }
    }

    [Fact]
    public void Each_language_each_source_and_each_step_is_merged_by_itself()
    {
        var start = Samples.Practice;
        var ours = start.With(Lang.French, "what", Samples.Words + "Dire d’où elle vient.\n") with { Sources = [.. start.Sources, new() { Title = "Un autre guide", Url = "https://autre.example/" }] };
        var theirs = start.With(Lang.English, "how", "With three tools.") with
        {
            Sources = [start.Sources[0] with { Url = "https://guide.example/preuves-2" }, start.Sources[1]],
            Steps = [start.Steps[1], start.Steps[0] with { DueHours = 2 }],
            Links = [start.Links[0]],
        };

        var merge = EntryMerge.Of(start, ours, theirs);

        Assert.Empty(merge.Conflicts);
        Assert.EndsWith("Dire d’où elle vient.\n", merge.Content.Texts.Fr!.Fields["what"], StringComparison.Ordinal);
        Assert.Equal("With three tools.", merge.Content.Texts.En!.Fields["how"]);
        Assert.Equal(["https://guide.example/preuves-2", null, "https://autre.example/"], merge.Content.Sources.Select(s => s.Url));
        Assert.Equal([("copy", null), ("address", 2)], merge.Content.Steps.Select(s => (s.Id, s.DueHours)));
        Assert.Equal(["outil-de-capture"], merge.Content.Links.Select(l => l.To));
    }

    [Fact]
    public void A_conflict_names_the_place_and_holds_the_three_texts_and_can_be_settled_in_three_ways()
    {
        var start = Samples.Practice;
        var (ours, theirs) = (start.With(Lang.French, "how", "Avec trois outils au moins."), start.With(Lang.French, "how", "Avec quatre outils au moins."));

        var conflict = Assert.Single(EntryMerge.Of(start, ours, theirs).Unsettled);
        Assert.Equal(new EntryPlace("texts", "fr", "fields.how"), conflict.Place);
        Assert.Equal(("Avec deux outils au moins.", "Avec trois outils au moins.", "Avec quatre outils au moins."), (conflict.Base, conflict.Ours, conflict.Theirs));

        string Settled(Settlement how)
        {
            var merge = EntryMerge.Of(start, ours, theirs, new Dictionary<string, Settlement> { [conflict.Place.Key] = how });
            Assert.Empty(merge.Unsettled);
            return merge.Content.Texts.Fr!.Fields["how"];
        }

        Assert.Equal(conflict.Ours, Settled(new(Side.Ours)));
        Assert.Equal(conflict.Theirs, Settled(new(Side.Theirs)));
        Assert.Equal("Avec cinq outils.", Settled(new(Side.Own, "Avec cinq outils.")));
    }

    [Fact]
    public void What_one_takes_away_and_the_other_changes_is_a_conflict_of_the_whole_item()
    {
        var start = Samples.Practice;
        var merge = EntryMerge.Of(start, start with { Sources = [start.Sources[1]] }, start with { Sources = [start.Sources[0] with { Publisher = "Une autre" }, start.Sources[1]] });

        var conflict = Assert.Single(merge.Conflicts);
        Assert.Equal(("sources", null, null), (conflict.Place.List, conflict.Place.Field, conflict.Ours));
        Assert.Contains("Une autre", conflict.Theirs, StringComparison.Ordinal);
    }

    // Both sides change random places; the expected content is recomputed place by place from the plain definition of a three-way merge.
    [Fact]
    public void A_thousand_random_pairs_of_contents_keep_each_change_of_each_side_or_say_that_they_conflict() =>
        Gen.Int[0, int.MaxValue].Sample(seed =>
        {
            var random = new Random(seed);
            var (ours, theirs) = (Changed(Samples.Practice, random, "a"), Changed(Samples.Practice, random, "b"));

            var merge = EntryMerge.Of(Samples.Practice, ours, theirs);

            var conflicts = merge.Conflicts.Select(c => (c.Place.List, c.Place.Id, c.Place.Field)).ToHashSet();
            foreach (var (side, name) in new[] { (ours, "ours"), (theirs, "theirs") })
            {
                foreach (var change in EntryDiff.Of(Samples.Practice, side).Changes.Where(c => !c.Place.IsOrder && !conflicts.Contains((c.Place.List, c.Place.Id, c.Place.Field)) && !conflicts.Contains((c.Place.List, c.Place.Id, null))))
                {
                    foreach (var word in Brought(change))
                    {
                        Assert.True(merge.Content.Json().Contains(word, StringComparison.Ordinal), $"{word} of {name} at {change.Place} is lost.");
                    }
                }
            }

            // A conflict holds what each side wrote.
            foreach (var conflict in merge.Conflicts.Where(c => !c.Place.IsOrder))
            {
                Assert.False(conflict.Ours == conflict.Theirs);
                Assert.True(conflict.Ours is null || conflict.Theirs is null || (conflict.Ours != conflict.Base && conflict.Theirs != conflict.Base));
            }
        }, iter: 1_000);

    [Fact]
    public void Any_choice_of_the_changes_makes_an_entry_and_all_of_them_make_the_new_one() =>
        Gen.Int[0, int.MaxValue].Sample(seed =>
        {
            var random = new Random(seed);
            var after = Changed(Samples.Practice, random, "a");
            var diff = EntryDiff.Of(Samples.Practice, after);

            Assert.Equal(after.Json(), diff.Apply(_ => true).Json());
            Assert.Equal(Samples.Practice.Json(), diff.Apply(_ => false).Json());
            foreach (var only in diff.Changes)
            {
                var changed = EntryDiff.Of(Samples.Practice, diff.Apply(p => p == only.Place)).Changes;
                Assert.Equal([(only.Place, only.Place.IsOrder ? null : only.After)], changed.Select(c => (c.Place, c.Place.IsOrder ? null : c.After)));
            }
        }, iter: 300);

    static IEnumerable<string> Brought(EntryChange change) =>
        TextDiff.Of(change.Before ?? "", change.After ?? "").Parts.Where(p => p.Kind == PartKind.Added).SelectMany(p => p.Text.Split([' ', '\n', '.', ':', '/'], StringSplitOptions.RemoveEmptyEntries)).Where(w => w.StartsWith('z'));

    static EntryContent Changed(EntryContent content, Random random, string side)
    {
        var times = random.Next(1, 6);
        for (var i = 0; i < times; i++)
        {
            var word = $"z{side}{i}x{random.Next(1000)}";
            content = random.Next(12) switch
            {
                0 => content.With(Lang.French, "what", Inserted(content.Texts.Fr!.Fields["what"], word, random)),
                1 => content.With(Lang.English, "what", Inserted(content.Texts.En!.Fields["what"], word, random)),
                2 => content with { Texts = content.Texts with { Fr = content.Texts.Fr! with { Title = word } } },
                3 => content with { Sources = [.. content.Sources, new() { Title = word, Url = "https://example.org/" + word }] },
                4 => content with { Sources = [.. content.Sources.Skip(1)] },
                5 => content with { Sources = [.. content.Sources.Select((s, at) => at == 0 ? s with { Publisher = word } : s)] },
                6 => content with { Steps = [new() { Id = word, Act = new() { Fr = word }, Expected = new() { Fr = word }, Role = ProcessRole.Lawyer }, .. content.Steps] },
                7 => content with { Steps = [.. content.Steps.Reverse()] },
                8 => content with { Steps = [.. content.Steps.Select((s, at) => at == 0 ? s with { Tools = [.. s.Tools, word] } : s)] },
                9 => content with { Phases = random.Next(2) == 0 ? [.. content.Phases.Append(Phase.Research).Distinct()] : [Phase.Detection] },
                10 => content with { Links = [.. content.Links, new(word, Relation.Counters)] },
                _ => content with { Website = "https://example.org/" + word },
            };
        }

        return content;
    }

    static string Inserted(string text, string word, Random random)
    {
        var lines = text.Split('\n').ToList();
        lines.Insert(random.Next(lines.Count), word + " encore");
        return string.Join('\n', lines);
    }
}
