using System.Net;
using Microsoft.AspNetCore.SignalR.Client;

namespace Beffroi.Chat.Tests.Live;

/// <summary>Somebody signed in, in front of a page that listens.</summary>
sealed class LivePerson(LiveSite site, string name, Visitor visitor, CookieContainer cookies)
{
    public string Name => name;

    public Visitor Visitor => visitor;

    public CookieContainer Cookies => cookies;

    /// <summary>A line that is not open yet.</summary>
    public HubConnection Line(LiveSite? on = null, string language = "fr") => new HubConnectionBuilder()
        .WithUrl(new Uri((on ?? site).Address, $"{Addresses.Live}?lang={language}"), options =>
        {
            options.Cookies = cookies;
            options.Transports = Microsoft.AspNetCore.Http.Connections.HttpTransportType.WebSockets;
            options.SkipNegotiation = true;
        })
        .Build();

    public async Task<Listener> Listen(Guid room, LiveSite? on = null, string language = "fr")
    {
        var listener = new Listener(Line(on, language), room);
        await listener.Open();
        return listener;
    }
}
