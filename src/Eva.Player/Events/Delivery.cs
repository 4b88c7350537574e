using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Player.Events;

/// <summary>What became of one sending.</summary>
public enum Delivery
{
    /// <summary>The server gave its receipt: each line is kept, known already, or refused with a reason.</summary>
    Received,

    /// <summary>No network, a busy or failing server: the same batch goes again later.</summary>
    Unreachable,

    /// <summary>The person's entry is over: nothing goes before they enter again with their code.</summary>
    NoEntry,

    /// <summary>The server refused the batch as a whole: it is cut in two to find the line it cannot read.</summary>
    Refused,
}

/// <summary>Sends one batch. Never throws: a failure is a <see cref="Delivery"/>.</summary>
public delegate Task<Delivery> Post(EventBatch batch);

/// <summary>What the person is told about their answers.</summary>
public enum Saving
{
    Saved,
    Sending,
    Waiting,
    NoEntry,
}
