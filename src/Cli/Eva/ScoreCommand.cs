using System.CommandLine;
using Beffroi.Eva.Scoring;
using Beffroi.Kit;

namespace Beffroi.Cli.Eva;

static class ScoreCommand
{
    public static Command Make(Terminal terminal)
    {
        var file = new Argument<string>("FICHIER") { Description = "Les réponses, en JSON (docs/cli.md) ; « - » lit l’entrée standard." };
        var engine = new Option<string>("--engine")
        {
            Description = "Le moteur : « historique » (règles de 2020, sans le filtre des temps de maintenance) ou « beffroi » (la justesse d’abord).",
            HelpName = "MOTEUR",
            DefaultValueFactory = _ => TechnicalName.Of(EngineName.Beffroi),
        };
        engine.AcceptOnlyFromAmong([.. TechnicalName.All<EngineName>()]);
        var json = JsonOption.Make();
        var command = new Command("score", "Note une partie donnée dans un fichier, sans rien garder.") { file, engine, json };
        command.SetAction(async (parsed, ct) =>
        {
            var evaluation = Valid(ScoreFile.Read(await AnswerText.Read(parsed.GetValue(file)!, terminal, ct)));
            var name = TechnicalName.TryParse<EngineName>(parsed.GetValue(engine), out var known) ? known : throw new InvalidOperationException("The parser let an unknown engine pass.");
            var score = Engine.Run(name, evaluation, Norms.Current);
            await terminal.Output.WriteLineAsync(parsed.GetValue(json) ? ScoreJson.Of(score).ToJsonString() : ScoreTable.Of(score));
        });
        return command;
    }

    static PlayedEvaluation Valid(ScoreFileReading reading)
    {
        var others = reading.Problems.Count - 1;
        return reading.Evaluation ?? throw new CommandFailedException(
            reading.Problems[0] + (others == 0 ? "" : $" (et {French.Count(others, "autre problème", "autres problèmes")})"), ExitCodes.BadUsage);
    }
}
