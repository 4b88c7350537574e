namespace Beffroi.Cli.Tests.Psychometrics.Study;

public sealed class StudyCommandTests : IDisposable
{
    readonly Typed _typed = new();

    public void Dispose() => _typed.Dispose();

    [Fact]
    public async Task A_study_stopped_leaves_nothing_behind()
    {
        var path = Path.Combine(Path.GetDirectoryName(_typed.File("here", ""))!, "study.md");
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var answer = await _typed.Run(["psychometrics", "study", "--quick", "--out", path], ct: stop.Token);
        Assert.Equal(1, answer.ExitCode);
        Assert.Contains("arrêt demandé", answer.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(path));
        Assert.False(Directory.Exists(Path.Combine(Path.GetDirectoryName(path)!, "images")));
    }
}
