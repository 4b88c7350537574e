namespace Beffroi.Crowdsourcing;

/// <summary>A file from which nothing can be read.</summary>
public sealed class VoteFileException : Exception
{
    /// <summary>Says what is wrong.</summary>
    /// <param name="fault">The kind of fault.</param>
    /// <param name="message">A sentence.</param>
    public VoteFileException(VoteFileFault fault, string message)
        : base(message) => Fault = fault;

    /// <summary>The kind of fault.</summary>
    public VoteFileFault Fault { get; }
}
