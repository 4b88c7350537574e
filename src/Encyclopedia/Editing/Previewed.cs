namespace Beffroi.Encyclopedia.Editing;

/// <summary>What was typed as a content, and what its texts lead to in each language that something was written in.</summary>
public sealed record Previewed(EntryContent Content, IReadOnlyList<Linking> Linkings);
