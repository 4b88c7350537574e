using Beffroi.Kit;

namespace Beffroi.Ads;

/// <summary>What a named reviewer answered where people differ.</summary>
/// <param name="Name">As they agree to see it printed.</param>
public sealed record ExpertAnswer(PoliticalAnswer Political, string Name, DateTimeOffset At)
{
    public string Say(Lang l) => Political == PoliticalAnswer.Yes
        ? l.Say($"{Name} l’a lue le {l.Day(At)} : elle est politique.", $"{Name} read it on {l.Day(At)}: it is political.")
        : l.Say($"{Name} l’a lue le {l.Day(At)} : elle n’est pas politique.", $"{Name} read it on {l.Day(At)}: it is not political.");
}
