using System.Globalization;
using System.Runtime.InteropServices;
using Beffroi.Cli;
using Beffroi.Kit;

CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = French.Culture;
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = French.Culture;

// The first signal asks for a clean stop between two steps; a second one ends at once, as anywhere.
using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
return await CommandLine.Run(args, Terminal.OfThisProcess(), stop.Token);

void Stop(PosixSignalContext signal)
{
    signal.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
}
