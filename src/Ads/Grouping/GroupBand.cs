using Beffroi.Kit;

namespace Beffroi.Ads.Grouping;

/// <summary>A place where a group is found by what is near it.</summary>
public sealed class GroupBand : ILogLine
{
    public required Guid GroupId { get; init; }
    public required int Band { get; init; }
    public required long Hash { get; init; }
}
