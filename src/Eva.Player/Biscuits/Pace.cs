using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Player.Biscuits;

/// <summary>How the belt advances. Only the standard one measures speed; the others measure the same comparison, without it.</summary>
public enum Pace
{
    Standard,
    Slower,
    Slowest,

    /// <summary>The belt stops when a biscuit is at its end, until the person has chosen.</summary>
    Self,

    /// <summary>The same, and words say what each biscuit looks like.</summary>
    SelfDescribed,
}

public static class Paces
{
    /// <summary>One biscuit every 3 s, as in the game this one takes over from (eva.md 1.2).</summary>
    public static readonly TimeSpan Cadence = TimeSpan.FromSeconds(3);

    public static string Name(this Pace pace) => pace switch
    {
        Pace.Standard => PaceNames.Standard,
        Pace.Slower => PaceNames.Slower,
        Pace.Slowest => PaceNames.Slowest,
        Pace.Self => PaceNames.Self,
        Pace.SelfDescribed => PaceNames.SelfDescribed,
    };

    /// <summary>A name of a later version is the standard pace.</summary>
    public static Pace Read(string? name) => Enum.GetValues<Pace>().FirstOrDefault(pace => string.Equals(pace.Name(), name, StringComparison.Ordinal));

    /// <summary>Whether the belt waits for the person.</summary>
    public static bool Waits(this Pace pace) => pace is Pace.Self or Pace.SelfDescribed;

    /// <summary>How long the belt takes from one place to the next. When it waits, nobody waits for it.</summary>
    public static TimeSpan Step(this Pace pace) => pace switch
    {
        Pace.Standard => Cadence,
        Pace.Slower => Cadence * 1.5,
        Pace.Slowest => Cadence * 2,
        Pace.Self or Pace.SelfDescribed => Cadence / 4,
    };

    /// <summary>Under this key, its label; under it followed by <c>.detail</c>, what it is (<see cref="Language"/>).</summary>
    public static string Key(this Pace pace) => $"rythme.{pace.Name()}";
}
