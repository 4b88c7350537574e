using System.Runtime.InteropServices;

namespace Beffroi.Detection;

/// <summary>Two accounts that shared the same objects within a window, both directions together.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Tie
{
    /// <summary>The account of the smaller index in <see cref="TieNetwork.Accounts"/>.</summary>
    public required int First { get; init; }

    /// <summary>The account of the larger index.</summary>
    public required int Second { get; init; }

    /// <summary>Pairs of shares of the same object within the window.</summary>
    public required int Pairs { get; init; }

    /// <summary>Distinct objects in those pairs.</summary>
    public required int Objects { get; init; }

    /// <summary>Distinct posts of <see cref="First"/> in those pairs.</summary>
    public required int FirstContents { get; init; }

    /// <summary>Distinct posts of <see cref="Second"/> in those pairs.</summary>
    public required int SecondContents { get; init; }

    /// <summary>Pairs in which <see cref="First"/> shared strictly before <see cref="Second"/>.</summary>
    public required int FirstLeads { get; init; }

    /// <summary>Pairs in which <see cref="Second"/> shared strictly before <see cref="First"/>.</summary>
    public required int SecondLeads { get; init; }

    /// <summary>Sum over the pairs of the time between the two shares, seconds.</summary>
    public required long DelaySum { get; init; }

    /// <summary>Sum over the distinct objects of ln(number of distinct accounts that shared the object in the whole input, within a window or not). 0 when the
    /// popularity of objects was not counted: every object then weighs the same.</summary>
    public double LogPopularity { get; init; }

    /// <summary>Mean time between the two shares of a pair, seconds.</summary>
    public double MeanDelay => (double)DelaySum / Pairs;
}
