using Beffroi.Encyclopedia.Differences;
using Beffroi.Encyclopedia.Editing;
using Beffroi.Encyclopedia.Hints;
using Beffroi.Encyclopedia.Merging;
using Beffroi.Kit;

namespace Beffroi.Encyclopedia.Tests.Contributing;

/// <summary>The entries of our own, as a fair sample of what people will write.</summary>
public sealed class OwnContentThroughEditorTests
{
    [Fact]
    public void Each_entry_goes_through_the_editor_the_pieces_and_a_merge_without_a_change()
    {
        foreach (var file in OwnContent.All())
        {
            var before = file.Content.Json();
            var reading = new EntryFormReading(EntryForm.Of(file.Content), file.Content.Type, file.Content, Lang.French);
            var read = reading.Read(file.Key, 1);

            Assert.True(read is not null, $"{file.Key}: {string.Join(" / ", reading.Errors.All)}");
            Assert.Empty(EntryDiff.Of(file.Content, read).Changes.Select(c => $"{file.Key} {c.Place.Key}: {c.Before} > {c.After}"));
            Assert.Equal(before, Pieces.Of(file.Content).ToContent().Json());
            Assert.Equal(before, EntryMerge.Of(file.Content, file.Content, file.Content).Content.Json());
        }
    }

    // They name public people and institutions only: what a program takes for a person should stay a short list.
    [Fact]
    public void Hints_stay_few_on_entries_that_follow_the_rules()
    {
        var hints = OwnContent.All().Select(f => EditorialHints.Of(f.Content, null)).ToList();

        Assert.True(hints.Average(h => h.Count) < 1.5, string.Join(", ", hints.SelectMany(h => h).Select(h => $"{h.Kind} {h.Words}")));
        Assert.DoesNotContain(hints.SelectMany(h => h), h => h.Kind is HintKind.Source or HintKind.Criterion);
    }
}
