namespace Beffroi.Encyclopedia.Importing.Writing;

/// <summary>How an entry of a file stands to the entry of the same key that is here.</summary>
enum Encounter
{
    /// <summary>Nothing to bring: the same, or further here.</summary>
    Same,

    /// <summary>The file has something new.</summary>
    Ahead,

    /// <summary>The file gives a state, but somebody changed the entry here.</summary>
    ChangedHere,

    /// <summary>The file gives versions that are not those here.</summary>
    AnotherStory,
}

static class Meeting
{
    /// <param name="withheld">Numbers of the versions that are withheld here.</param>
    public static Encounter Of(IncomingEntry incoming, IReadOnlyList<EntryVersion> here, IReadOnlySet<int> withheld)
    {
        if (incoming.IsState)
        {
            var state = incoming.Versions[0];
            return string.Equals(here[^1].Content, state.Json, StringComparison.Ordinal) ? Encounter.Same
                : here.All(v => v.AuthorId is null && v.ProposalId is null && string.Equals(v.AuthorName, state.AuthorName, StringComparison.Ordinal)) ? Encounter.Ahead
                : Encounter.ChangedHere;
        }

        var same = incoming.Versions.Zip(here).TakeWhile(pair => IsSame(pair.First, pair.Second, withheld)).Count();
        return same == incoming.Versions.Count ? Encounter.Same
            : same == here.Count ? Encounter.Ahead
            : Encounter.AnotherStory;
    }

    // Of a version that is withheld, here or there, only its day is left to tell it by.
    static bool IsSame(IncomingVersion incoming, EntryVersion here, IReadOnlySet<int> withheld) =>
        Days.Kept(incoming.At!.Value) == Days.Kept(here.At)
        && (incoming.Withheld is not null || withheld.Contains(here.Number) || SaysTheSame(incoming, here));

    static bool SaysTheSame(IncomingVersion incoming, EntryVersion here) =>
        string.Equals(incoming.Json, here.Content, StringComparison.Ordinal)
        && string.Equals(incoming.Comment, here.Comment, StringComparison.Ordinal)
        && string.Equals(incoming.AuthorName, here.AuthorName, StringComparison.Ordinal);
}
