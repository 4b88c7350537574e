using Beffroi.Chat.Cases;

namespace Beffroi.Chat.Figures;

/// <summary>What was counted last on this node: all logs are read again only once there is more in one of them.</summary>
public sealed class KeptFigures
{
    public Counted? Last { get; set; }

    public sealed record Counted(CountedLines Of, Manipulations Figures);
}

/// <summary>Of all the cases together.</summary>
public sealed record CountedLines(int Cases, long Lines);
