using Beffroi.Chat;
using Beffroi.Chat.Casework;
using Beffroi.Cli.World;
using Beffroi.Kit;

namespace Beffroi.Testing;

/// <summary>The pages of cases, in both languages.</summary>
static class CasePlaces
{
    public static IEnumerable<Place> All => Langs.All.SelectMany(In);

    /// <summary>Answers that are no page.</summary>
    public static IEnumerable<KeyValuePair<string, string>> NoPage =>
        Langs.All.Select(l => KeyValuePair.Create(CasePart.Evidence.Pattern(l) + "/{line:guid}" + l.Say("/fichier", "/file"), "a file"));

    static IEnumerable<Place> In(Lang l)
    {
        const string As = ChatWorld.Hugo;
        var id = CaseFurnishing.Case;
        var channel = ChatWorld.Channel(ChannelPhase.Detection);
        return
        [
            new(Addresses.Cases(l), Addresses.Cases(l), As),
            new(Addresses.Cases(l), Addresses.Cases(l) + "?phase=Qualification&closed=true&q=port", ChatWorld.Camille),
            new(Addresses.NewCase(l), Addresses.NewCase(l), As),
            new(Addresses.NewCase(l), $"{Addresses.NewCase(l)}?room={channel}&message={WorldChat.FirstSign}", As),
            new(Addresses.Rooms(l) + "/{room:guid}/message/{message:guid}" + l.Say("/dossier", "/case"), Addresses.OpenCase(l, channel, WorldChat.FirstSign), As),
            new(Addresses.OpenPoints(l), Addresses.OpenPoints(l), As),
            .. Enum.GetValues<CasePart>().Select(p => new Place(p.Pattern(l), p.Address(l, id), As)),
            new(CasePart.Overview.Pattern(l), Addresses.Case(l, id), ChatWorld.Camille),
            new(CasePart.Overview.Pattern(l) + l.Say("/fiche/{section}", "/section/{section}"), Addresses.Case(l, id) + l.Say("/fiche/behaviour", "/section/behaviour"), As),
            new(CasePart.Criteria.Pattern(l) + "/{key}", CasePart.Criteria.Address(l, id) + "/massive", As),
            new(CasePart.Arguments.Pattern(l), $"{CasePart.Arguments.Address(l, id)}?to={CaseFurnishing.Argument}", As),
            new(CasePart.Observables.Pattern(l) + l.Say("/joindre/{other:guid}", "/join/{other:guid}"), CasePart.Observables.Address(l, id) + l.Say("/joindre/", "/join/") + CaseFurnishing.Other, As),
            new(CasePart.Evidence.Pattern(l) + "/{line:guid}", $"{CasePart.Evidence.Address(l, id)}/{CaseFurnishing.Evidence}", As),
            new(CasePart.Evidence.Pattern(l) + l.Say("/dossier-scelle", "/sealed-file"), CasePart.Evidence.Address(l, id) + l.Say("/dossier-scelle", "/sealed-file"), As),
            new(CasePart.Timeline.Pattern(l), CasePart.Timeline.Address(l, id) + "?clock=knew", As),
            new(CasePart.Runs.Pattern(l) + "/{run:guid}", $"{CasePart.Runs.Address(l, id)}/{CaseFurnishing.Run}", As),
            new(CasePart.Runs.Pattern(l) + "/{run:guid}/{step}", $"{CasePart.Runs.Address(l, id)}/{CaseFurnishing.Run}/{CaseFurnishing.Step}", As),
            new(CasePart.Reactions.Pattern(l) + "/{line:guid}", $"{CasePart.Reactions.Address(l, id)}/{CaseFurnishing.Reaction}", As),
            new(CasePart.Retrospective.Pattern(l) + "/{run:guid}", $"{CasePart.Retrospective.Address(l, id)}/{CaseFurnishing.Run}", As),
            new(CasePart.Marking.Pattern(l) + "/{line:guid}", $"{CasePart.Marking.Address(l, id)}/{CaseFurnishing.Argument}", As),
        ];
    }
}
