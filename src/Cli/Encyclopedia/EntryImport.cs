using System.CommandLine;
using System.Text.Json.Nodes;
using Beffroi.Cli.Db;
using Beffroi.Encyclopedia;
using Beffroi.Encyclopedia.Importing;
using Beffroi.Encyclopedia.Importing.Writing;
using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Cli.Encyclopedia;

/// <summary>What every import has: where the data are, what to say of what was done.</summary>
sealed class EntryImport
{
    const int ShownFaults = 20;

    readonly StorageOptions _storage = new();
    readonly Option<bool> _json = JsonOption.Make();

    public void AddTo(Command command)
    {
        command.Add(_json);
        _storage.AddTo(command);
    }

    public async Task Run(ParseResult parsed, Terminal terminal, ReadFile file, CancellationToken ct)
    {
        Refuse(file.Faults);
        var choice = _storage.Read(parsed, terminal);
        await using var database = OpenedDatabase.Open(choice, "encyclopedie.importer", terminal.Clock);
        await database.RequireUpToDate(choice, ct);
        await using var scope = database.Scope();
        var report = await new Landing(scope.ServiceProvider.GetRequiredService<EncyclopediaDb>(), scope.ServiceProvider.GetRequiredService<Actor>(), terminal.Clock).Import(file, ct);
        Refuse(report.Faults);
        await terminal.Output.WriteLineAsync(parsed.GetValue(_json) ? Json(report).ToJsonString() : Text(report));
    }

    public static async Task<byte[]> Bytes(string path, CancellationToken ct)
    {
        try
        {
            return new FileInfo(path).Length <= Readings.MaxBytes ? await File.ReadAllBytesAsync(path, ct) : throw new CommandFailedException($"{path} dépasse {Readings.MaxBytes / 1024 / 1024} Mo", ExitCodes.BadUsage);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CommandFailedException(File.Exists(path) || Directory.Exists(path) ? $"impossible de lire {path}" : $"fichier introuvable : {path}", ExitCodes.BadUsage, wrong);
        }
    }

    static void Refuse(IReadOnlyList<string> faults)
    {
        if (faults.Count == 0)
        {
            return;
        }

        IEnumerable<string> lines = faults.Take(ShownFaults);
        if (faults.Count > ShownFaults)
        {
            lines = lines.Append($"et {French.Count(faults.Count - ShownFaults, "autre", "autres")}");
        }

        throw new CommandFailedException($"rien n’est importé. {string.Join("\n", lines)}", ExitCodes.BadUsage);
    }

    static string Text(ImportReport report)
    {
        IEnumerable<string> lines =
        [
            $"{French.Count(report.Added, "fiche ajoutée", "fiches ajoutées")}, {French.Count(report.Renewed, "mise à jour", "mises à jour")}, {French.Count(report.Unchanged, "inchangée", "inchangées")}. {French.Count(report.Links, "lien écrit", "liens écrits")}.",
            .. report.Kept.Select(key => $"Modifiée ici, gardée : {key}"),
            .. report.Nowhere.Count == 0 ? Enumerable.Empty<string>() : [$"Liens vers des fiches qui n’existent pas : {string.Join(", ", report.Nowhere)}"],
        ];
        return string.Join('\n', lines);
    }

    static JsonObject Json(ImportReport report) => new()
    {
        ["ajoutees"] = report.Added,
        ["mises_a_jour"] = report.Renewed,
        ["inchangees"] = report.Unchanged,
        ["gardees"] = new JsonArray([.. report.Kept.Select(k => (JsonNode)k)]),
        ["liens"] = report.Links,
        ["liens_vers_rien"] = new JsonArray([.. report.Nowhere.Select(k => (JsonNode)k)]),
    };
}
