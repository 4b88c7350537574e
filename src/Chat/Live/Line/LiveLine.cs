using Beffroi.Kit;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging;

namespace Beffroi.Chat.Live;

/// <summary>Where news goes out, on this node and by the backplane to the others.</summary>
public sealed partial class LiveLine(IHubContext<LiveHub> hub, LiveConnections connections, LiveSettings settings, ILogger<LiveLine> log, IOtherNodes? others = null)
{
    /// <summary>Somebody may hear it: with several nodes, nobody knows who is on the others.</summary>
    public bool IsHeard(Guid roomId) => settings.ManyNodes || connections.HasAny(roomId);

    /// <summary>Somebody may hear it in this language.</summary>
    public bool IsHeard(Guid roomId, Lang language) => settings.ManyNodes || connections.HasAny(roomId, language);

    /// <summary>Everybody in a room who reads in this language: written once, whatever their number.</summary>
    public void Tell<T>(Guid roomId, Lang language, T news) where T : INamedNews => Send(hub.Clients.Group(Group(roomId, language)), news);

    public void TellOrganisation<T>(Guid roomId, Guid organisationId, T news) where T : INamedNews => Send(hub.Clients.Group(Group(roomId, organisationId)), news);

    /// <summary>Those who read what others in the room do not.</summary>
    public void Tell<T>(IReadOnlyList<Guid> accounts, T news) where T : INamedNews
    {
        if (accounts.Count > 0)
        {
            Send(hub.Clients.Users(accounts.Select(a => a.ToString())), news);
        }
    }

    public void TellOthers<T>(Guid roomId, string connectionId, T news) where T : INamedNews
    {
        foreach (var l in Langs.All)
        {
            Send(hub.Clients.GroupExcept(Group(roomId, l), connectionId), news);
        }
    }

    /// <summary>Here at once, and on the other nodes ahead of what is said next.</summary>
    public void Cut(Revocation revocation)
    {
        connections.Cut(revocation);
        others?.Cut(revocation);
    }

    public static string Group(Guid roomId, Lang language) => $"{roomId:N}/{language.Code()}";

    public static string Group(Guid roomId, Guid organisationId) => $"{roomId:N}/{organisationId:N}";

    // Not awaited: whoever reads slowly is not waited for by those who write. What is written to one connection stays in its order.
    void Send<T>(IClientProxy to, T news) where T : INamedNews => _ = Sent(to.SendAsync(T.Name, news));

    async Task Sent(Task sending)
    {
        try
        {
            await sending;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // What was said is kept: those who did not hear it ask for it when they next hear anything.
            Unheard(failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Live news did not go out.")]
    partial void Unheard(Exception failure);
}
