using System.CommandLine;
using System.Text.Json.Nodes;
using Beffroi.Cli.Psychometrics;
using Beffroi.Crowdsourcing;
using Beffroi.Kit;

namespace Beffroi.Cli.Crowd;

static class AgreementCommand
{
    public static Command Make(Terminal terminal)
    {
        var files = new AnswerFiles();
        var json = JsonOption.Make();
        var command = new Command("agreement", "Dit combien les personnes s’accordent, au-delà du hasard : l’alpha de Krippendorff.");
        files.AddTo(command, truth: false);
        command.Add(json);
        command.SetAction(async (parsed, ct) =>
        {
            var votes = (await files.Read(parsed, terminal, ct)).Votes;
            var alpha = Krippendorff.Alpha(votes);
            await terminal.Output.WriteLineAsync(parsed.GetValue(json) ? Json(votes, alpha).ToJsonString() : Text(votes, alpha));
        });
        return command;
    }

    static JsonObject Json(VoteTable votes, double? alpha) => new()
    {
        ["items"] = votes.Items,
        ["workers"] = votes.Workers,
        ["labels"] = votes.Count,
        ["classes"] = votes.Classes,
        ["alpha"] = JsonNumber.Of(alpha),
    };

    static string Text(VoteTable votes, double? alpha) =>
        $"{French.Count(votes.Items, "objet", "objets")}, {French.Count(votes.Workers, "personne", "personnes")}, {French.Count(votes.Count, "réponse", "réponses")}\n"
        + $"Alpha de Krippendorff {TextTable.Figure(alpha)} (1 : accord parfait ; 0 : celui du hasard)";
}
