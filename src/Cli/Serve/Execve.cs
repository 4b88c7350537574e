using System.Runtime.InteropServices;

namespace Beffroi.Cli.Serve;

/// <summary>POSIX execve: this process goes on as another program, with the same number.</summary>
static partial class Execve
{
    /// <summary>Comes back only when it failed, with the error number.</summary>
    public static int Replace(string program, IReadOnlyList<string> arguments, IReadOnlyList<string> variables)
    {
        _ = Call(program, [.. arguments, null], [.. variables, null]);
        return Marshal.GetLastPInvokeError();
    }

    [LibraryImport("libc", EntryPoint = "execve", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Call(string program, string?[] arguments, string?[] variables);
}
