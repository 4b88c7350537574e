using System.Collections;
using System.Globalization;
using System.Runtime.InteropServices;
using Beffroi.Cli.Db;

namespace Beffroi.Cli.Serve;

/// <summary>
/// The published site, started in place of this process: signals, exit code and supervision are then the site's own, and there is no
/// second process that a sudden stop would leave behind.
/// </summary>
sealed record SiteProcess(string Folder, StorageChoice Storage)
{
    public required int Port { get; init; }
    public required string Environment { get; init; }
    public required bool Demo { get; init; }

    /// <summary>Does not come back.</summary>
    public void Become()
    {
        if (OperatingSystem.IsWindows())
        {
            throw new CommandFailedException($"« serve » demande Linux ou macOS. Ailleurs : dotnet {Path.Combine(Folder, SiteFolder.Program)}");
        }

        var host = DotnetHost();
        var error = Execve.Replace(host, [host, Path.Combine(Folder, SiteFolder.Program)], [.. Variables().Select(v => $"{v.Key}={v.Value}")]);
        throw new CommandFailedException($"le site n’a pas pu être lancé ({Marshal.GetPInvokeErrorMessage(error)}) : {host}");
    }

    /// <summary>This process's variables, and what the site is told.</summary>
    public IReadOnlyDictionary<string, string> Variables()
    {
        var variables = System.Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(v => (string)v.Key, v => (string?)v.Value ?? "", StringComparer.Ordinal);
        variables["ASPNETCORE_URLS"] = $"http://localhost:{Port.ToString(CultureInfo.InvariantCulture)}";
        variables["ASPNETCORE_ENVIRONMENT"] = variables["DOTNET_ENVIRONMENT"] = Environment;
        variables["ASPNETCORE_CONTENTROOT"] = Folder;
        variables["Data__Directory"] = Storage.Folder;
        if (Storage.Postgres is { } postgres)
        {
            variables["ConnectionStrings__Postgres"] = postgres;
        }

        if (Demo)
        {
            variables["Site__Demo"] = "true";
        }

        return variables;
    }

    // The host that runs this very command: …/dotnet/shared/Microsoft.NETCore.App/10.0.x/ is three folders below it.
    static string DotnetHost()
    {
        var own = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
        var onPath = (System.Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "dotnet"));
        return onPath.Prepend(own).FirstOrDefault(File.Exists) ?? throw new CommandFailedException("le programme « dotnet » est introuvable.");
    }
}
