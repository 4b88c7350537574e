using Beffroi.Encyclopedia.Pages;

// A site that runs, its process number, and how many clients ask at once:
// dotnet run -c Release --project bench/Encyclopedia.Pages -- http://localhost:5080 12345 [clients] [requests]
if (args is not [var address, var process, .. var rest])
{
    await Console.Error.WriteLineAsync("address process [clients] [requests]");
    return 2;
}

var clients = rest is [var c, ..] ? Number(c) : 4;
var requests = rest is [_, var n] ? Number(n) : 20_000;
await PageMeasure.Print(new Uri(address), Number(process), clients, requests);
return 0;

static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
