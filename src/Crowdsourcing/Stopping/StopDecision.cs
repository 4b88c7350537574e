namespace Beffroi.Crowdsourcing;

/// <summary>What to do of an item after an answer.</summary>
public enum StopDecision
{
    /// <summary>Ask one more person.</summary>
    GoOn,

    /// <summary>Enough people, sure enough: the most probable class is the verdict.</summary>
    Settled,

    /// <summary>Enough people were asked and it is not sure: somebody who knows is to look.</summary>
    Disputed,
}
