using Beffroi.Chat;
using Beffroi.Chat.Answering;
using Beffroi.Kit;

namespace Beffroi.Testing;

/// <summary>The pages of what goes in and out of rooms and cases, in both languages.</summary>
static class FlowPlaces
{
    public static IEnumerable<Place> All => Langs.All.SelectMany(In);

    /// <summary>Answers that are no page.</summary>
    public static IEnumerable<KeyValuePair<string, string>> NoPage =>
        Langs.All.Select(l => KeyValuePair.Create(Dossier(l) + ".md", "a file")).Append(KeyValuePair.Create(AskScale.Address, "JSON for machines"));

    static IEnumerable<Place> In(Lang l)
    {
        var (room, id) = (ChatWorld.Channel(ChannelPhase.Detection), CaseFurnishing.Case);
        return
        [
            new(Addresses.Route(Addresses.Feeds(l, Guid.Empty), "room"), Addresses.Feeds(l, room), ChatWorld.Hugo),
            new(Addresses.Route(Addresses.Hooks(l, Guid.Empty), "room"), Addresses.Hooks(l, room), ChatWorld.Hugo),
            new(Addresses.Route(Addresses.Hooks(l, Guid.Empty), "room"), Addresses.Hooks(l, room), ChatWorld.Camille),
            new(Addresses.Route(Addresses.Alert(l, Guid.Empty)), Addresses.Alert(l, id), ChatWorld.Hugo),
            new(Addresses.Route(Addresses.Platforms(l, Guid.Empty)), Addresses.Platforms(l, id), ChatWorld.Hugo),
            new(Dossier(l), Addresses.Dossier(l, id, CaseFurnishing.Dossier), ChatWorld.Hugo),
            new(Addresses.Route(Addresses.Export(l, Guid.Empty)), Addresses.Export(l, id), ChatWorld.Hugo),
            new(Addresses.Route(Addresses.Export(l, Guid.Empty)), $"{Addresses.Export(l, id)}?Format=Markdown&For=Oneself", ChatWorld.Hugo),
            new(Addresses.Route(Addresses.Reuses(l, Guid.Empty)), Addresses.Reuses(l, id), ChatWorld.Hugo),
            new(Addresses.Import(l), Addresses.Import(l), ChatWorld.Hugo),
            new(Addresses.Archive(l), Addresses.Archive(l), ChatWorld.Camille),
        ];
    }

    static string Dossier(Lang l) => Addresses.Route(Addresses.Platforms(l, Guid.Empty)) + "/{line:guid}";
}
