namespace Beffroi.Chat.Live;

/// <summary>The other nodes of the site, where there are any: told at once of a right withdrawn, which they would else read in the database a moment later.</summary>
public interface IOtherNodes
{
    /// <summary>Sent, and not waited for: what the database holds is read in any case (<see cref="LiveRound"/>).</summary>
    void Cut(Revocation revocation);
}
