namespace Beffroi.Crowdsourcing;

/// <summary>What became of an answer brought to the queue.</summary>
public enum AnswerOutcome
{
    /// <summary>It counts.</summary>
    Counted,

    /// <summary>This person has already answered this item, or another of its group: it does not count.</summary>
    Repeated,

    /// <summary>All the answers wanted are there or promised, and no place was kept for this person: it does not count.</summary>
    Full,
}
