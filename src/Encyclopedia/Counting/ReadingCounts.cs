using Beffroi.Kit;

namespace Beffroi.Encyclopedia;

/// <summary>Readings not yet written down: of which entry, in which language, on which day.</summary>
public sealed class ReadingCounts : DailyCounts<(string Key, Lang Language)>;
