namespace Beffroi.Cli.Crowd;

/// <summary>Progress told at once, on the thread that works.</summary>
sealed class Told<T>(Action<T> tell) : IProgress<T>
{
    public void Report(T value) => tell(value);
}
