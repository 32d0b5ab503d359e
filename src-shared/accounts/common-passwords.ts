/**
 * Words that lists of leaked passwords have in common, in lower case and without the digits and
 * signs people put around them: the rules strip those first. Passwords shorter than the minimum
 * length need no entry of their own, but their words do ("password" covers "Password2024!").
 */
const WORDS = `
password passwort passord parola contrasena motdepasse senha wachtwoord haslo heslo salasana
passwordpassword mypassword thepassword newpassword oldpassword yourpassword testpassword
passphrase mypassphrase changeme changemenow changethis changeit letmein letmeinplease letmeinnow
welcome welcomeback welcomehome welcometo welcomewelcome hello helloworld hellohello hellokitty
admin administrator adminadmin administration root rootroot superuser superadmin sysadmin
adminpassword rootpassword userpassword loginpassword login loginlogin logmein guest guestguest
default defaultpassword test testtest testing testingtesting tester user username useruser
secret secretsecret topsecret mysecret supersecret private trustno trustnoone nopassword
iloveyou iloveyouso iloveyoubaby iloveu iloveme iloveher ilovehim iloveschool ilovemymom
ilovemyfamily ilovegod ilovejesus loveyou loveme lovelove lovely sweetheart mylove truelove
princess princesa sunshine sunshines mysunshine rainbow butterfly chocolate cheesecake strawberry
football footballer baseball basketball softball volleyball soccer hockey golfer tennis cricket
liverpool liverpoolfc manchester manchesterunited arsenal chelsea chelseafc barcelona realmadrid
juventus bayern bayernmuenchen steelers cowboys packers patriots yankees lakers redsox
superman batman spiderman wonderwoman ironman captainamerica wolverine deadpool avengers
starwars startrek darthvader skywalker harrypotter gandalf pokemon pikachu charizard naruto
minecraft fortnite roblox callofduty worldofwarcraft counterstrike playstation nintendo xbox
dragon dragonball monkey shadow master tiger panther falcon phoenix eagle dolphin elephant
michael jordan michaeljordan jennifer jessica ashley nicole daniel matthew andrew joshua
christopher elizabeth alexander alexandra charlotte francesca samantha stephanie victoria
computer computers internet google googlegoogle facebook instagram whatsapp microsoft windows
samsung iphone android bluetooth ethernet wireless linkedin youtube netflix spotify
qwerty qwertyqwerty qwertyuiop qwertyuiopasdf qwertz qwertzuiop azerty azertyuiop asdfgh
asdfghjkl asdfghjklzxcvbnm zxcvbn zxcvbnm qazwsx qazwsxedc qazwsxedcrfv qweasd qweasdzxc
qwerasdf qwerasdfzxcv asdfasdf asdasd zaqwsx zaqxswcde poiuytrewq lkjhgfdsa mnbvcxz
abcdef abcdefg abcdefgh abcdefghi abcdefghij abcdefghijk abcdefghijklmnopqrstuvwxyz abcabc
abc abcd abcxyz xyz aaaaaa asd qwe
blahblah blahblahblah whatever nothing something anything everything nobody somebody
fuckyou fuckyouall fuckoff motherfucker bullshit asshole bitchplease
school schools myschool highschool oldschool schoolschool primaryschool secondaryschool college
university teacher teachers myteacher bestteacher student students pupil pupils classroom
class register attendance rollcall rollcallrollcall rollcalladmin teaching homework education
january february march april may june july august september october november december
monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter
springtime summertime wintertime christmas halloween easter birthday happybirthday newyear
england scotland ireland america canada australia germany deutschland france espana italia
london newyork newyorkcity california paris berlin madrid
correcthorsebatterystaple maythefourthbewithyou tobeornottobe opensesame abracadabra
jesuschrist jesusislord jesuslovesme godisgood godisgreat blessed blessing angel angels
`;

/** Digits that leaked lists have in common and that no pattern catches. */
const NUMBERS = `
123456789 1234567890 0123456789 0987654321 9876543210 1234567891 12345678910 123456789123
1029384756 1357924680 2468013579 3141592653 31415926535 2718281828 1123581321 1020304050
0102030405 1122334455 1112131415 1231231234 1234554321 12345654321 1234512345 1234567809
`;

export const COMMON_WORDS: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/));
export const COMMON_NUMBERS: ReadonlySet<string> = new Set(NUMBERS.trim().split(/\s+/));
